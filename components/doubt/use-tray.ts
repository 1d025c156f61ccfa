"use client";

import { useShortcuts } from "@/components/ui/keyboard";
import { toast } from "@/components/ui/toast";
import { unlessRefused } from "@/components/workbench/unless-refused";
import type { Undoable } from "@/components/workbench/undo-stack";
import type { DoubtView } from "@/lib/domain/revision";
import type { Span } from "@/lib/domain/text";
import type { ClaimView } from "@/lib/domain/views";
import { api, apiErrorOf } from "@/lib/ui/api";
import { useState } from "react";
import { FIRST_DOUBT } from "@/lib/domain/first-doubt";
import { settleAnchor, unsettleAnchor } from "./settle-anchor";
import { useDoubts } from "./use-doubts";

export interface TrayProps {
  documentId: string;
  revisionId: string;
  /** The anchor of the quote that is looked at, or `FIRST_DOUBT`. */
  look: string;
  onLook: (anchorId: string | null) => void;
  /** The number of a newer revision than the text that is shown: the places are in that one. Null while there is none. */
  newer: number | null;
  /** How many quotes the claim has. */
  quotesOf: (claimId: string) => number;
  /** Takes up a claim as the server answered it. */
  apply: (claim: ClaimView) => void;
  onDeleted: (claimId: string) => void;
  note: (done: string | null, action: Undoable) => void;
  /** Brings the keyboard to a place in the text. */
  focusText: (place: Span) => void;
}

export interface Tray {
  /** The quote that is looked at; undefined while they load, and when none is left. */
  current: DoubtView | undefined;
  /** True when it is all that its claim quotes: then it goes with the claim. */
  only: boolean;
  index: number;
  total: number;
  loading: boolean;
  error: Error | null;
  retry: () => void;
  /** A suggested place that is pointed at. */
  pointed: Span | null;
  point: (place: Span | null) => void;
  step: (by: 1 | -1) => void;
  accept: (place: Span) => void;
  drop: () => void;
  busy: boolean;
  /** True while the words are chosen in the text. */
  choosing: boolean;
  choose: (on: boolean) => void;
  close: () => void;
}

/** The tray "Needs a look": which quote is looked at, and what is decided about it. */
export function useTray(props: TrayProps): Tray {
  const { documentId, revisionId, look, onLook, newer, quotesOf, apply, onDeleted, note, focusText } = props;
  const [pointed, setPointed] = useState<Span | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const doubts = useDoubts(documentId, newer === null);
  const list = newer === null ? (doubts.list ?? NONE) : NONE;
  const index = Math.max(
    0,
    list.findIndex((doubt) => doubt.anchorId === look),
  );
  const current = list[index];
  const only = current !== undefined && quotesOf(current.claimId) === 1;
  const ready = current?.can.settle === true && !busy;

  function show(doubt: DoubtView | undefined): void {
    setPointed(null);
    setChoosing(false);
    onLook(doubt?.anchorId ?? FIRST_DOUBT);
  }
  function step(by: 1 | -1): void {
    const next = list[index + by];
    if (next) show(next);
  }

  async function decide(doubt: DoubtView, work: () => Promise<Undoable & { done: string }>): Promise<void> {
    if (!ready) return;
    setBusy(true);
    const next = list[index + 1] ?? list[index - 1];
    try {
      const { done, undo, redo, ...words } = await work();
      doubts.settle(doubt.anchorId);
      show(next);
      const refreshed = (step: () => Promise<boolean>) => async () => (await step()) && (doubts.refresh(), true);
      note(done, { ...words, undo: refreshed(undo), redo: refreshed(redo) });
    } catch (error) {
      toast.error("Nothing was decided.", apiErrorOf(error).message);
    } finally {
      setBusy(false);
      doubts.refresh();
    }
  }
  async function settle(doubt: DoubtView, at: Span | null): Promise<Undoable & { done: string }> {
    let claim = await settleAnchor(doubt, revisionId, at);
    apply(claim);
    let { version } = claim;
    const name = `claim ${String(doubt.claimNumber)}`;
    return {
      done: at ? `The quote of ${name} has its place.` : `The quote is dropped from ${name}.`,
      undone: `The quote of ${name} is in doubt again.`,
      redone: at ? `The quote of ${name} has its place again.` : `The quote is dropped from ${name} again.`,
      undo: () =>
        unlessRefused(async () => {
          const back = await unsettleAnchor(doubt, claim);
          apply(back);
          ({ version } = back);
        }),
      redo: () =>
        unlessRefused(async () => {
          claim = await settleAnchor({ ...doubt, claimVersion: version }, revisionId, at);
          apply(claim);
        }),
    };
  }
  async function remove({ claimId, claimNumber }: DoubtView): Promise<Undoable & { done: string }> {
    await api.delete(`/claims/${claimId}`);
    let version = 0;
    onDeleted(claimId);
    return {
      done: `Claim ${String(claimNumber)} is deleted.`,
      undone: `Claim ${String(claimNumber)} is back.`,
      redone: `Claim ${String(claimNumber)} is deleted again.`,
      undo: () =>
        unlessRefused(async () => {
          const back = await api.post<ClaimView>(`/claims/${claimId}/restore`, {});
          apply(back);
          ({ version } = back);
        }),
      redo: () =>
        unlessRefused(async () => {
          await api.delete(`/claims/${claimId}?ifVersion=${String(version)}`);
          onDeleted(claimId);
        }),
    };
  }

  const accept = ({ start, end }: Span) => {
    if (current) void decide(current, () => settle(current, { start, end }));
  };
  const drop = () => {
    if (current) void decide(current, () => (only ? remove(current) : settle(current, null)));
  };
  const choose = (on: boolean) => {
    if (on && !ready) return;
    setPointed(null);
    setChoosing(on);
    if (on && current) focusText(current.place);
  };
  const acceptNth = (nth: number) => {
    const place = choosing ? undefined : current?.suggestions[nth];
    if (place) accept(place);
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    h: () => choose(true),
    d: () => choosing || drop(),
    "1": () => acceptNth(0),
    "2": () => acceptNth(1),
    "3": () => acceptNth(2),
    escape: () => (choosing ? choose(false) : onLook(null)),
  });

  return {
    ...{ current, only, index, step, accept, drop, busy, choosing, choose, pointed },
    total: list.length,
    loading: newer === null && doubts.list === undefined && !doubts.error,
    error: doubts.error,
    retry: doubts.retry,
    point: setPointed,
    close: () => onLook(null),
  };
}

const NONE: readonly DoubtView[] = [];
