"use client";

import { useStored, writeStored } from "@/components/ui/stored";
import { whenIdle } from "@/components/ui/when-idle";
import type { ReaderHandle } from "@/components/reader/types";
import { useEffect, useMemo, useRef, useSyncExternalStore, type RefObject } from "react";
import { fetchAnnounce } from "./later";
import type { Others, OtherSelection, PresenceStore } from "./presence-store";

interface PresenceProps {
  documentId: string;
  revisionId: string;
  claimId: string | null;
  reader: RefObject<ReaderHandle | null>;
  store: PresenceStore;
}

interface SeenOthers extends Omit<Others, "selections"> {
  /** In the text that is shown; none when one does not want to see them. */
  selections: readonly OtherSelection[];
  showsSelections: boolean;
  setShowsSelections: (shows: boolean) => void;
}

const STORED = "assay.others-selections";
const NONE: readonly OtherSelection[] = [];

/** Who else is here, and that one is oneself. */
export function usePresence({ documentId, revisionId, claimId, reader, store }: PresenceProps): SeenOthers {
  const { people, atClaims, selections } = useSyncExternalStore(store.subscribe, store.getOthers, store.getOthers);
  const showsSelections = useStored(STORED) !== "no";
  const where = useRef({ claimId, revisionId });
  const changed = useRef<() => void>(undefined);

  useEffect(() => {
    where.current = { claimId, revisionId };
    changed.current?.();
  }, [claimId, revisionId]);

  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    const callOff = whenIdle(() => {
      void fetchAnnounce().then(({ announce }) => {
        if (left) return;
        const look = () => {
          const span = reader.current?.getSelection() ?? null;
          return { claimId: where.current.claimId, selection: span && { revisionId: where.current.revisionId, start: span.start, end: span.end } };
        };
        const announced = announce(documentId, look, store.renew);
        changed.current = announced.changed;
        stop = announced.stop;
      });
    });
    return () => {
      left = true;
      changed.current = undefined;
      callOff();
      stop?.();
    };
  }, [documentId, reader, store]);

  const here = useMemo(
    () => (showsSelections && selections.length > 0 ? selections.filter((selection) => selection.revisionId === revisionId) : NONE),
    [selections, showsSelections, revisionId],
  );
  const setShowsSelections = (shows: boolean) => writeStored(STORED, shows ? null : "no");
  return { people, atClaims, selections: here, showsSelections, setShowsSelections };
}
