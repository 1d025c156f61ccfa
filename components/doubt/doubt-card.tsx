"use client";

import { useEffect, useRef } from "react";
import { ClaimStateDot } from "@/components/claim/claim-state-dot";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { STATE_NAMES } from "@/lib/domain/claim";
import type { DoubtView } from "@/lib/domain/revision";
import { OldPlace } from "./old-place";
import { Suggestion } from "./suggestion";
import type { Tray } from "./use-tray";

interface DoubtCardProps {
  doubt: DoubtView;
  tray: Tray;
  onOpenClaim: () => void;
}

/** One quote whose place is in doubt: what it was, where it may be, and what can be done about it. */
export function DoubtCard({ doubt, tray, onOpenClaim }: DoubtCardProps) {
  const { busy, choosing } = tray;
  const { suggestions, can } = doubt;
  const card = useRef<HTMLDivElement>(null);
  const [best] = suggestions;

  // The next decision is one key away: Enter takes the best suggestion.
  useEffect(() => card.current?.focus({ preventScroll: true }), []);

  return (
    <div
      ref={card}
      role="group"
      aria-label={`Claim ${String(doubt.claimNumber)}: “${doubt.old.exact}”`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget || !best || choosing) return;
        event.preventDefault();
        tray.accept(best);
      }}
      className="grid gap-5 px-5 py-4 outline-none"
    >
      <div className="grid gap-1.5">
        <p className="flex items-center gap-1.5 text-xs text-ink-2">
          <span className="tabular-nums">Claim {doubt.claimNumber}</span> <ClaimStateDot state={doubt.claimState} /> {STATE_NAMES[doubt.claimState]}
          <button type="button" onClick={onOpenClaim} className="ms-auto min-h-6 rounded px-1 underline underline-offset-2 hover:text-ink">
            Open the claim
          </button>
        </p>
        <p dir="auto" className="font-text text-base/6 font-semibold wrap-anywhere">
          {doubt.statement}
        </p>
      </div>
      <OldPlace old={doubt.old} />
      <p className="text-sm text-ink-2">{reasonOf(doubt)}</p>
      {choosing ? (
        <div className="grid gap-2 rounded-[10px] border border-accent bg-accent-wash px-3 py-3" role="status">
          <p className="text-sm font-medium">
            Select the words in the text, then press{" "}
            <span className="max-sm:hidden pointer-coarse:hidden">
              <Kbd keys="enter" /> or{" "}
            </span>
            “Put it here”.
          </p>
          <Button size="sm" className="justify-self-start" onClick={() => tray.choose(false)}>
            Cancel <Kbd keys="escape" />
          </Button>
        </div>
      ) : (
        <section aria-labelledby="suggestions-heading" className="grid gap-2">
          <h3 id="suggestions-heading" className="eyebrow">
            Where it may be now
          </h3>
          {suggestions.length === 0 ? (
            <p className="text-sm text-ink-2">Nothing in the text is like it.</p>
          ) : (
            <ol className="grid gap-2">
              {suggestions.map((place, index) => (
                <Suggestion
                  key={index}
                  number={index + 1}
                  quote={doubt.old.exact}
                  place={place}
                  present={doubt.status === "uncertain" && index === 0}
                  disabled={!can.settle || busy}
                  onAccept={() => tray.accept(place)}
                  onPoint={(pointed) => tray.point(pointed ? place : null)}
                />
              ))}
            </ol>
          )}
        </section>
      )}
    </div>
  );
}

function reasonOf({ status, old }: DoubtView): string {
  if (old.revision === null) return status === "orphaned" ? "These words were not found in the text." : "It is not sure that this is what was quoted.";
  return status === "orphaned"
    ? "These words are not in the text any more. The mark in the text stands where they were."
    : "The text changed here, and it is not sure that this is still what was quoted.";
}
