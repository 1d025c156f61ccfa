import { api } from "./api";
import { leaveFor } from "./leave";
import { HOME_PATH } from "./next-path";

/** The line on which the tabs of a browser hear that their person went to another workspace. */
export const switchLine = (personId: string) => `assay-workspace-${personId}`;

/** Tells the other tabs that the person is in another workspace now. */
export function tellTabs(personId: string): void {
  const line = new BroadcastChannel(switchLine(personId));
  line.postMessage(null);
  line.close();
}

/** Takes the person to another of their workspaces, and opens the page anew. Throws `ApiError` when the server does not; else it never resolves. */
export async function goToWorkspace(personId: string, workspaceId: string, path: string = HOME_PATH): Promise<never> {
  await api.put("/account/workspace", { workspaceId });
  tellTabs(personId);
  return leaveFor(path);
}
