import { WORKSPACE_HEADER } from "@/lib/domain/role";

let here: string | null = null;
const nobody = () => undefined;
let hear: () => void = nobody;

/** Has this page stand in the workspace, as long as it is open: all that it writes says so, and is refused once the session is in another. Answers where it stands. */
export function standIn(workspaceId: string): string {
  // On the server one module serves everybody.
  if (typeof window === "undefined") return workspaceId;
  return (here ??= workspaceId);
}

/** The workspace in which this page stands; null where it is in none. */
export const standing = () => here;

/** The header that says it. */
export const standingHeader = (): Record<string, string> => (here ? { [WORKSPACE_HEADER]: here } : {});

/** The name of a draft that belongs to no record with an id: it stays in its workspace. */
export const draftHere = (name: string) => `${name}:${here ?? ""}`;

/** Hears when the server refused something because the session is in another workspace than this page; one listener. */
export function hearElsewhere(listener: () => void): () => void {
  hear = listener;
  return () => void (hear = nobody);
}

/** The server refused something because of that. */
export const saidElsewhere = () => hear();
