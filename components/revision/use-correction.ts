"use client";

import type { Block } from "@/lib/domain/text";
import type { RevisionView } from "@/lib/domain/revision";
import { api } from "@/lib/ui/api";
import { draftKey, draftsOf, forgetDrafts, type Draft } from "@/lib/ui/drafts";
import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { packBlocks, unpackBlocks } from "./block-draft";
import { editedBlocks, type EditedBlock } from "./edited-block";
import { beginEditing, edit, type EditorAction, type EditorState } from "./editor-state";
import { blockChanges, reapply } from "./reapply";
import { packUnplaced, unpackUnplaced, unplacedOf, type Unplaced } from "./unplaced";
import { useKeptDraft, type DraftContent, type DraftStatus } from "@/components/draft/use-kept-draft";

/** The text of one revision. */
export interface TextOfRevision {
  number: number;
  text: string;
  blocks: readonly Block[];
}

interface Base {
  number: number;
  blocks: readonly EditedBlock[];
}

export interface Correction {
  base: Base;
  state: EditorState;
  act: (action: EditorAction) => void;
  /** Places in which the text was changed. */
  changes: number;
  draft: DraftStatus;
  /** True when what is here came back from this device. */
  restored: boolean;
  /** The number of an older revision on which something was begun that waits on this device. */
  begunOn: number | null;
  /** Changes that had no place in a newer text. */
  unplaced: readonly Unplaced[];
  dismiss: (unplaced: Unplaced) => void;
  note: string;
  setNote: (note: string) => void;
  /** Gives everything up; answers how to get it back. */
  discard: () => () => void;
  /** Puts what was changed on a newer text, and corrects that one from now on; answers how many changes found their place. */
  moveTo: (newer: TextOfRevision) => number;
  /** Takes up what was begun on the older revision. Fails when that cannot be read. */
  takeUp: () => Promise<number>;
  /** Forgets what was begun on the older revision. */
  leaveBehind: () => void;
}

/** What is kept of a correction on this device. */
const FIELDS = ["text", "note", "unplaced"] as const;
type Field = (typeof FIELDS)[number];

/** Correcting a text: the blocks as they stand, and the draft of them on this device. */
export function useCorrection(documentId: string, personId: string, revision: TextOfRevision): Correction {
  const owner = useMemo(() => ({ personId, record: `text:${documentId}` }), [personId, documentId]);
  const [base, setBase] = useState<Base>(() => baseOf(revision));
  const [state, act] = useReducer(edit, base.blocks, beginEditing);
  const [note, setNote] = useState("");
  const [unplaced, setUnplaced] = useState<readonly Unplaced[]>([]);
  const [restored, setRestored] = useState(false);
  const [older, setOlder] = useState<readonly Draft[]>([]);

  const changes = useMemo(() => blockChanges(base.blocks, state.blocks).length, [base, state.blocks]);
  const dirty = changes > 0 || unplaced.length > 0;
  const content = useMemo(
    (): DraftContent<Field> | null => (dirty ? () => ({ text: packBlocks(state.blocks, base.blocks), note, unplaced: packUnplaced(unplaced) }) : null),
    [dirty, state.blocks, base, note, unplaced],
  );
  const draft = useKeptDraft({ owner, version: base.number, fields: FIELDS, content });

  useEffect(() => {
    let here = true;
    void draftsOf(owner).then((drafts) => {
      if (!here) return;
      const own = new Map(drafts.filter((each) => each.version === base.number).map(({ field, value }) => [field, String(value)]));
      const blocks = unpackBlocks(own.get("text") ?? "", base.blocks);
      setOlder(drafts.filter((each) => each.version !== base.number));
      if (!blocks) return;
      act({ type: "begin", blocks });
      setNote(own.get("note") ?? "");
      setUnplaced(unpackUnplaced(own.get("unplaced") ?? ""));
      setRestored(true);
    });
    return () => {
      here = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what this device keeps is read once, for the text that the page came with
  }, [owner]);

  const put = useCallback((from: readonly EditedBlock[], mine: readonly EditedBlock[], newer: Base): number => {
    const result = reapply(from, mine, newer.blocks);
    setBase(newer);
    act({ type: "begin", blocks: result.blocks });
    setUnplaced((before) => [...before, ...result.unplaced.map(unplacedOf)]);
    return result.placed;
  }, []);

  const forgetOlder = useCallback(() => {
    void forgetDrafts(older.map(({ field, version }) => draftKey(owner, field, version)));
    setOlder([]);
  }, [owner, older]);
  // What was taken up from an older draft is forgotten there only once it is kept here.
  const [takenUp, setTakenUp] = useState<readonly string[]>([]);
  useEffect(() => {
    if (draft === "kept") void forgetDrafts(takenUp);
  }, [draft, takenUp]);

  return {
    base,
    state,
    act,
    changes,
    draft,
    restored,
    begunOn: older[0]?.version ?? null,
    unplaced,
    dismiss: (done) => setUnplaced((before) => before.filter((each) => each !== done)),
    note,
    setNote,
    discard: () => {
      const before = { blocks: state.blocks, unplaced, note };
      act({ type: "begin", blocks: base.blocks });
      setUnplaced([]);
      setNote("");
      setRestored(false);
      return () => {
        act({ type: "begin", blocks: before.blocks });
        setUnplaced(before.unplaced);
        setNote(before.note);
      };
    },
    moveTo: (newer) => put(base.blocks, state.blocks, baseOf(newer)),
    takeUp: async () => {
      const number = older[0]?.version;
      const field = (name: Field) => String(older.find((each) => each.version === number && each.field === name)?.value ?? "");
      const from = baseOf(await api.get<RevisionView>(`/documents/${documentId}/revisions/${String(number)}`));
      const mine = unpackBlocks(field("text"), from.blocks);
      if (!mine) throw new Error("The draft does not fit its revision.");
      setUnplaced(unpackUnplaced(field("unplaced")));
      setNote(field("note"));
      setTakenUp(older.map((each) => draftKey(owner, each.field, each.version)));
      setOlder([]);
      return put(from.blocks, mine, base);
    },
    leaveBehind: forgetOlder,
  };
}

function baseOf({ number, text, blocks }: TextOfRevision): Base {
  return { number, blocks: editedBlocks(text, blocks) };
}
