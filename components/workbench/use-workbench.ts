"use client";

import { toast } from "@/components/ui/toast";
import type { ClaimListView, ClaimView, ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import { whenIdle } from "@/components/ui/when-idle";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { toSummary } from "./claim-summary";
import { DocumentStore, type DocumentAnswer } from "./document-store";
import { fetchLive, forgetPlaces, keepClaim } from "./later";
import type { Standing } from "./live-document";
import { PresenceStore } from "./presence-store";

interface Workbench {
  document: DocumentView;
  /** In the order of the text. */
  claims: readonly ClaimSummaryView[];
  /** False while the claims are still on their way; until then at most the open one is known. */
  complete: boolean;
  /** The claim as it is known at this moment, also between two renderings. */
  latest: (claimId: string) => ClaimSummaryView | undefined;
  /** The number of a newer revision than the one that is shown; null while there is none. */
  newer: number | null;
  /** Shows the newest text. Throws `ApiError`. */
  showNewer: () => Promise<void>;
  /** Somewhere a revision of this number was spoken of. */
  hearOf: (revision: number) => void;
  /** Takes up a claim as the server answered it; `places` are those in the text that is shown, for a claim that is new here. */
  apply: (claim: ClaimView, places?: ClaimSummaryView["anchors"]) => void;
  /** Shows a claim as it will be once the server has answered. */
  foresee: (claim: ClaimSummaryView) => void;
  remove: (claimId: string) => void;
  /** Whether what others do comes here. */
  standing: Standing;
  /** Who else is here. */
  presence: PresenceStore;
}

/** What the page was rendered with. */
export interface WorkbenchStart {
  document: DocumentView;
  /** The claim that the address names, if there is one. */
  initialClaim: ClaimView | null;
  /** All claims, when they are few; null when the page asks for them itself. */
  initialClaims: ClaimListView | null;
}

/** By what the server sent: whoever goes back to a page gets the same again, and must find what was done there since. */
const stores = new WeakMap<DocumentView, DocumentStore>();

function storeOf({ document, initialClaim, initialClaims }: WorkbenchStart): DocumentStore {
  const known = stores.get(document);
  if (known) return known;
  const store = new DocumentStore(document, initialClaim && toSummary(initialClaim));
  // The text may have been revised between the two.
  if (initialClaims?.revisionId === document.revision.id) store.arrive(initialClaims.claims, initialClaims.seq);
  stores.set(document, store);
  return store;
}

/** The document, and its claims when they have come: the text does not wait for them. */
export function useWorkbench({ document: sent, initialClaim, initialClaims }: WorkbenchStart, personId: string): Workbench {
  const store = useMemo(() => storeOf({ document: sent, initialClaim, initialClaims }), [sent, initialClaim, initialClaims]);
  const { document, claims, complete, newer } = useSyncExternalStore(store.subscribe, store.getData, store.getData);

  const documentId = sent.id;
  const read = useCallback(() => api.get<DocumentAnswer>(`/documents/${documentId}`), [documentId]);
  useEffect(() => {
    const loadClaims = async () => {
      const { revisionId, claims, seq } = await api.get<ClaimListView>(`/documents/${documentId}/claims`);
      // The text may have been revised in the meantime.
      if (revisionId === store.getData().document.revision.id) store.arrive(claims, seq);
      else await store.renew(read);
    };
    if (!store.getData().complete) loadClaims().catch(() => toast.error("The claims did not load", "The text is whole. Reload the page to see its claims."));
  }, [store, documentId, read]);

  const [presence] = useState(() => new PresenceStore(personId));
  const [standing, setStanding] = useState<Standing>("connecting");
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    // The text is read before anybody changes it: the stream waits until the page has come to rest.
    const callOff = whenIdle(() => {
      void fetchLive().then(({ followDocument }) => {
        if (!left) stop = followDocument({ documentId, personId, store, presence, become: setStanding });
      });
    });
    return () => {
      left = true;
      callOff();
      stop?.();
    };
  }, [store, documentId, personId, presence]);

  const apply = useCallback(
    (claim: ClaimView, places?: ClaimSummaryView["anchors"]) => {
      keepClaim(claim);
      store.take(toSummary(claim), claim, places);
    },
    [store],
  );
  const showNewer = useCallback(async () => {
    await store.renew(read);
    forgetPlaces();
  }, [store, read]);
  return {
    document,
    claims,
    complete,
    newer,
    showNewer,
    hearOf: store.hearOf,
    latest: store.latest,
    apply,
    foresee: store.foresee,
    remove: store.remove,
    standing,
    presence,
  };
}
