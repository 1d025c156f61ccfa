"use client";

import { toast } from "@/components/ui/toast";
import { mergeSpans } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";
import type { ClaimSummaryView, ClaimView, DocumentView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useCallback, useState } from "react";
import { foreseenPlaces, toSummary } from "./claim-summary";
import { FragmentWriter } from "./fragment-writer";
import type { Undoable } from "./undo-stack";
import { unlessRefused } from "./unless-refused";

interface MarkingProps {
  document: DocumentView;
  latest: (claimId: string) => ClaimSummaryView | undefined;
  apply: (claim: ClaimView, places?: ClaimSummaryView["anchors"]) => void;
  foresee: (claim: ClaimSummaryView) => void;
  remove: (claimId: string) => void;
  note: (done: string | null, action: Undoable) => void;
  onMarked: (claimId: string) => void;
}

export interface Marking {
  mark: (span: Span) => Promise<void>;
  /** Words that were marked and have no answer yet. */
  pending: readonly Span[];
  addFragment: (claimId: string, span: Span) => Promise<void>;
  removeFragment: (claimId: string, anchorId: string) => Promise<void>;
  resize: (claimId: string, fragments: readonly Span[]) => Promise<void>;
  moveTo: (claimId: string, span: Span) => Promise<void>;
}

/** A claim opens by itself when the server answers within so many milliseconds. */
const OPENS_WITHIN_MS = 3_000;
/** UTF-16 units of a quote that a message shows. */
const QUOTED = 60;

/** Marking in the text: shown at once, written in order, each step undoable; what the server refuses is taken back and explained. */
export function useMarking({ document, latest, apply, foresee, remove, note, onMarked }: MarkingProps): Marking {
  const revisionId = document.revision.id;
  const { outbox } = useSaveRegistry();
  const [pending, setPending] = useState<readonly Span[]>([]);
  const [writers] = useState(() => new Map<string, FragmentWriter>());

  const write = useCallback(
    async (claimId: string, fragments: readonly Span[]): Promise<boolean> => {
      const before = latest(claimId);
      if (!before) return false;
      foresee({ ...before, anchors: foreseenPlaces(fragments) });
      const writer = writers.get(claimId) ?? newWriter(before);
      writers.set(claimId, writer);
      return writer.write(fragments);

      function newWriter(begun: ClaimSummaryView): FragmentWriter {
        let settled = begun;
        return new FragmentWriter(
          {
            version: () => latest(claimId)?.version ?? 1,
            put: (version, spans) =>
              outbox.queued<ClaimView>({
                method: "PUT",
                path: `/claims/${claimId}/fragments`,
                body: { version, revisionId, fragments: spans },
                about: `Passages of claim ${String(begun.number)}`,
              }),
            onWritten: (claim, last) => {
              settled = toSummary(claim);
              const shown = latest(claimId);
              // A newer wish is on the way: take up the version, but keep showing the wish.
              if (last || !shown) apply(claim);
              else foresee({ ...shown, version: claim.version });
            },
            onFailed: (error, current) => {
              if (current) apply(current);
              else foresee(settled);
              explain("The passage was not changed.", error);
            },
            onIdle: () => writers.delete(claimId),
          },
          begun.anchors,
        );
      }
    },
    [latest, foresee, apply, revisionId, writers, outbox],
  );

  /** Writes the fragments and notes how to go back to those before. */
  const change = useCallback(
    async (claimId: string, fragments: readonly Span[], done: string | null): Promise<void> => {
      const before = latest(claimId);
      if (!before || fragments.length === 0) return;
      const old = spansOf(before);
      const wished = mergeSpans(fragments);
      if (!(await write(claimId, wished))) return;
      const answered = spansOf(latest(claimId));
      const name = `Claim ${String(before.number)}`;
      /** Only from where this action left it: what somebody did since is not theirs to lose. */
      const swap = (left: readonly (readonly Span[])[], to: readonly Span[]) => {
        if (left.some((spans) => samePlaces(spans, spansOf(latest(claimId))))) return write(claimId, to);
        toast.error(`${name} is left as it is.`, "Its passages were changed since, or it is gone.");
        return Promise.resolve(false);
      };
      note(done, {
        undone: `${name} has its old passage again.`,
        redone: `${name} has its new passage again.`,
        undo: () => swap([wished, answered], old),
        redo: () => swap([old], wished),
      });
    },
    [latest, write, note],
  );

  const mark = useCallback(
    async (span: Span): Promise<void> => {
      const began = performance.now();
      setPending((before) => [...before, span]);
      try {
        const body = { revisionId, fragments: [span] };
        const claim = await outbox.queued<ClaimView>({ method: "POST", path: `/documents/${document.id}/claims`, body, about: "New claim" });
        apply(claim, foreseenPlaces([span]));
        // Whoever marked without a network is somewhere else by now.
        if (performance.now() - began < OPENS_WITHIN_MS) onMarked(claim.id);
        note(`Claim ${String(claim.number)} marked.`, {
          undone: `Claim ${String(claim.number)} is taken back.`,
          redone: `Claim ${String(claim.number)} is marked again.`,
          undo: () =>
            unlessRefused(async () => {
              await outbox.queued({ method: "DELETE", path: `/claims/${claim.id}?unlessTouched=true`, about: `Claim ${String(claim.number)}` });
              remove(claim.id);
            }),
          redo: () =>
            unlessRefused(async () =>
              apply(await outbox.queued<ClaimView>({ method: "POST", path: `/claims/${claim.id}/restore`, body: {}, about: `Claim ${String(claim.number)}` })),
            ),
        });
      } catch (error) {
        explain(`“${shortened(document.revision.text.slice(span.start, span.end))}” was not marked.`, error);
      } finally {
        setPending((before) => before.filter((each) => each !== span));
      }
    },
    [document.id, document.revision.text, revisionId, apply, onMarked, note, remove, outbox],
  );

  const fragmentsOf = useCallback((claimId: string) => (latest(claimId)?.anchors ?? []).filter((anchor) => anchor.status !== "orphaned"), [latest]);
  return {
    mark,
    pending,
    addFragment: (claimId, span) => change(claimId, [...fragmentsOf(claimId), span], `Passage added to claim ${String(latest(claimId)?.number ?? "")}.`),
    removeFragment: async (claimId, anchorId) => {
      const fragments = fragmentsOf(claimId);
      const others = fragments.filter((anchor) => anchor.id !== anchorId);
      // The panel may show the places of a newer text than the one that is read.
      if (others.length === fragments.length) return toast.error("The passage was not removed.", "The text was corrected. Show the new text first.");
      await change(claimId, others, "Passage removed.");
    },
    resize: (claimId, fragments) => change(claimId, fragments, null),
    moveTo: (claimId, span) => change(claimId, [span], `Claim ${String(latest(claimId)?.number ?? "")} moved.`),
  };
}

function spansOf(claim: ClaimSummaryView | undefined): Span[] {
  return (claim?.anchors ?? []).filter((anchor) => anchor.status !== "orphaned").map(({ start, end }) => ({ start, end }));
}

function samePlaces(some: readonly Span[], others: readonly Span[]): boolean {
  return some.length === others.length && some.every(({ start, end }, index) => others[index]?.start === start && others[index].end === end);
}

function shortened(quote: string): string {
  return quote.length > QUOTED ? `${quote.slice(0, QUOTED).trimEnd()}…` : quote;
}

function explain(title: string, error: unknown): void {
  toast.error(title, error instanceof ApiError ? error.message : "Try again.");
}
