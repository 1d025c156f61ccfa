import type { ChangesMessage, DocumentMessage } from "@/lib/domain/live";
import type { ClaimView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import type { LiveState } from "@/lib/ui/live-connection";
import { liveLine } from "@/lib/ui/live-line";
import { queryClient } from "@/lib/ui/query-client";
import { queryKeys } from "@/lib/ui/query-keys";
import type { DocumentAnswer, DocumentStore } from "./document-store";
import type { PresenceStore } from "./presence-store";

/** How the document is followed: `ended` when it was deleted, `over` when the session has ended. */
export type Standing = LiveState | "ended";

interface FollowProps {
  documentId: string;
  personId: string;
  store: DocumentStore;
  presence: PresenceStore;
  become: (standing: Standing) => void;
}

/** Those who have the same claim open do not all ask at once; in milliseconds. */
const SPREAD_MS = 80;

/** Keeps the store, and the claims that are open, as others change them. Answers how to stop. */
export function followDocument({ documentId, personId, store, presence, become }: FollowProps): () => void {
  const line = liveLine(personId);
  const read = () => api.get<DocumentAnswer>(`/documents/${documentId}`);
  let ended = false;
  let reading = false;
  /** The store may lack something: what could not be read is read at the next word. */
  let behind = false;

  async function catchUp(): Promise<void> {
    behind = true;
    if (reading) return;
    reading = true;
    try {
      while (behind) {
        behind = false;
        await store.refresh(read);
        void queryClient().invalidateQueries({ queryKey: queryKeys.claims });
      }
      line.say();
    } catch {
      behind = true;
    } finally {
      reading = false;
    }
  }

  function hear(message: DocumentMessage): void {
    if (message.kind === "end") {
      ended = true;
      become("ended");
    } else if (message.kind === "presence") presence.hear(message);
    else if (message.kind === "changes") {
      if (!store.hear(message)) void catchUp();
      freshenClaims(message);
    } else if (message.kind === "reset" || behind) void catchUp();
  }

  return line.follow({
    documentId,
    seq: () => store.seq,
    hear,
    become: (state) => {
      if (!ended) become(state);
    },
  });
}

/** The claims that somebody has open follow; what else is kept of them is read again when it is next shown. */
function freshenClaims({ claims, gone, events, documentId }: ChangesMessage): void {
  const client = queryClient();
  // Neither names the claims that it concerns.
  if (events.some(({ type }) => type.startsWith("document.") || type === "source.updated")) void client.invalidateQueries({ queryKey: queryKeys.claims });
  else for (const { id, seq } of [...claims, ...gone]) void freshen(id, seq);
  if (events.some(({ type }) => type.startsWith("thread.") || type.startsWith("comment.")))
    void client.invalidateQueries({ queryKey: queryKeys.threads(documentId) });
  if (events.some(({ type }) => type === "document.revised" || type.startsWith("claim.anchor")))
    void client.invalidateQueries({ queryKey: queryKeys.doubts(documentId), refetchType: "none" });
}

/** The number up to which each claim is wanted. */
const wanted = new Map<string, number>();

/** Reads the claim until it holds everything up to that number, one request at a time. */
async function freshen(claimId: string, seq: number): Promise<void> {
  const client = queryClient();
  const queryKey = queryKeys.claim(claimId);
  const known = () => client.getQueryData<ClaimView>(queryKey)?.seq ?? Infinity;
  const running = wanted.has(claimId);
  wanted.set(claimId, Math.max(seq, wanted.get(claimId) ?? 0));
  if (running) return;
  try {
    while (known() < (wanted.get(claimId) ?? 0)) {
      const before = known();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * SPREAD_MS));
      if (known() >= (wanted.get(claimId) ?? 0)) return;
      await client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false });
      void client.invalidateQueries({ queryKey: queryKeys.claimEvents(claimId) });
      // Nobody shows it, or it could not be read.
      if (known() === before) return;
    }
  } finally {
    wanted.delete(claimId);
  }
}
