"use client";

import { useStored, writeStored } from "@/components/ui/stored";
import { whenIdle } from "@/components/ui/when-idle";
import type { ReaderHandle } from "@/components/reader/types";
import type { Writers } from "@/components/draft/writers";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from "react";
import type { Where } from "./announce";
import { fetchAnnounce } from "./later";
import type { Others, OtherSelection, PresenceStore } from "./presence-store";

interface PresenceProps {
  documentId: string;
  revisionId: string;
  claimId: string | null;
  reader: RefObject<ReaderHandle | null>;
  store: PresenceStore;
}

interface SeenOthers extends Pick<Others, "people" | "atClaims"> {
  /** Who writes a longer text where. */
  lock: Writers;
  /** In the text that is shown; none when one does not want to see them. */
  selections: readonly OtherSelection[];
  showsSelections: boolean;
  setShowsSelections: (shows: boolean) => void;
}

const STORED = "assay.others-selections";
const NONE: readonly OtherSelection[] = [];

/** Who else is here, and that one is oneself. */
export function usePresence({ documentId, revisionId, claimId, reader, store }: PresenceProps): SeenOthers {
  const { people, atClaims, selections, writers } = useSyncExternalStore(store.subscribe, store.getOthers, store.getOthers);
  const showsSelections = useStored(STORED) !== "no";
  const [writing, setWriting] = useState<Where["writing"]>(null);
  const where = useRef({ claimId, revisionId, writing });
  const changed = useRef<(now?: boolean) => void>(undefined);

  useEffect(() => {
    const turned = where.current.writing?.record !== writing?.record || writing?.since === null;
    where.current = { claimId, revisionId, writing };
    changed.current?.(turned);
  }, [claimId, revisionId, writing]);

  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    const callOff = whenIdle(() => {
      void fetchAnnounce().then(({ announce }) => {
        if (left) return;
        const look = () => {
          const span = reader.current?.getSelection() ?? null;
          return {
            claimId: where.current.claimId,
            writing: where.current.writing,
            selection: span && { revisionId: where.current.revisionId, start: span.start, end: span.end },
          };
        };
        const announced = announce(documentId, look, (pages, since) => {
          store.renew(pages);
          if (since !== null) setWriting((now) => (now?.since === null ? { record: now.record, since } : now));
        });
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
  const lock = useMemo<Writers>(
    () => ({
      writerOf: (record) => {
        const writer = writers.get(record);
        // Until the server has said since when one writes oneself, one has just begun.
        const mine = writing?.record === record ? (writing.since ?? Infinity) : 0;
        return writer && writer.since > mine ? writer : null;
      },
      setWriting: (record) => setWriting(record === null ? null : { record, since: null }),
    }),
    [writers, writing],
  );
  const setShowsSelections = (shows: boolean) => writeStored(STORED, shows ? null : "no");
  return { people, atClaims, lock, selections: here, showsSelections, setShowsSelections };
}
