import { liveLine } from "@/lib/ui/live-line";
import { queryClient } from "@/lib/ui/query-client";
import { queryKeys } from "@/lib/ui/query-keys";
import { takeWaiting } from "./waiting";

let hearing = false;

/** Keeps what waits for the person as it is, by the browser's one stream, as long as the page lives: whoever signs out leaves it. */
export function hearWaiting(personId: string): void {
  if (hearing) return;
  hearing = true;
  liveLine(personId).attend((message) => {
    if (takeWaiting(message)) void queryClient().invalidateQueries({ queryKey: queryKeys.notifications });
  });
}
