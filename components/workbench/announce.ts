import type { Presence } from "@/lib/domain/live";
import { newKey } from "@/lib/ui/api";

/** What one looks at. */
export interface Where {
  claimId: string | null;
  selection: Presence["selection"];
  /** The record in which one writes, and since when, as the server said. */
  writing: { record: string; since: number | null } | null;
}

/** The server forgets whoever says nothing for thirteen seconds; in milliseconds. */
const AGAIN_MS = 10_000;
/** Whoever leafs through claims is not followed step by step. */
const SETTLE_MS = 500;

/** Tells the others that one is here, as long as the page is in sight; `heard` gets who they are. Answers how to say that something changed, and how to go. */
export function announce(
  documentId: string,
  where: () => Where,
  heard: (people: Presence[], since: number | null) => void,
): { changed: (now?: boolean) => void; stop: () => void } {
  const tab = newKey();
  let settling: ReturnType<typeof setTimeout> | undefined;
  let said = "";

  async function say(here: boolean): Promise<void> {
    clearTimeout(settling);
    settling = undefined;
    const body = JSON.stringify({ tab, here, ...(here ? where() : {}) });
    said = body;
    try {
      // The last word must outlive the page.
      const options = { method: "PUT", headers: { "Content-Type": "application/json" }, body, keepalive: !here };
      const response = await fetch(`/api/v1/documents/${documentId}/presence`, options);
      const answer = response.ok ? ((await response.json()) as { people: Presence[]; since: number | null }) : { people: [], since: null }; // the contract of /api/v1
      heard(here ? answer.people : [], answer.since);
    } catch {
      // Without a network nobody knows who is here.
      heard([], null);
    }
  }

  const visible = () => document.visibilityState === "visible";
  const look = () => void say(visible());
  const leave = () => void say(false);
  const changed = (now = false) => {
    if (!visible() || JSON.stringify({ tab, here: true, ...where() }) === said) return;
    if (now) look();
    else settling ??= setTimeout(look, SETTLE_MS);
  };
  const again = setInterval(() => visible() && look(), AGAIN_MS);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", leave);
  const selected = () => changed();
  document.addEventListener("selectionchange", selected);
  look();
  return {
    changed,
    stop: () => {
      clearInterval(again);
      clearTimeout(settling);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("selectionchange", selected);
      leave();
    },
  };
}
