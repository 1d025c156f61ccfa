"use client";

import { useDesk } from "@/components/desk/desk-context";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { DataCache } from "@/components/ui/data-cache";
import { EmptyState } from "@/components/ui/empty-state";
import { useShortcuts } from "@/components/ui/keyboard";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import type { Distance } from "@/lib/domain/disagreement";
import type { AdjudicationKind } from "@/lib/domain/review";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DecidedList } from "./decided-list";
import { distanceText } from "./decision-words";
import { Disagreement } from "./disagreement";

interface AdjudicationProps {
  document: { id: string; title: string };
  scale: ScaleView;
  open: readonly { claim: ClaimView; distance: Distance; can: { adjudicate: boolean } }[];
  decided: readonly ClaimView[];
  /** The claim to begin with; the one furthest apart unless it is said, and contested. */
  first: string | null;
}

const DONE: Record<AdjudicationKind, string> = {
  taken: "is adjudicated. Its words for readers are still to be finished.",
  written: "is adjudicated. Its words for readers are still to be written.",
  returned: "went back to the reviewers.",
  none_right: "went back to research.",
};

/** The disagreements of a document, those furthest apart first: one after the other is decided, by keyboard if one likes. */
export function Adjudication({ document, scale, open, decided, first }: AdjudicationProps) {
  const { person } = useDesk();
  const router = useRouter();
  // What was decided a moment ago is gone at once; the page's own list follows.
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(first);
  const waiting = open.filter(({ claim }) => !gone.has(`${claim.id} ${claim.version}`));
  const index = Math.max(
    0,
    waiting.findIndex(({ claim }) => claim.id === chosen),
  );
  const shown = waiting[index];

  function step(by: 1 | -1) {
    const next = waiting[index + by];
    if (next) setChosen(next.claim.id);
  }

  function onDecided(claim: ClaimView) {
    const kind = claim.adjudications[0]?.kind ?? "written";
    setChosen((waiting[index + 1] ?? waiting[index - 1])?.claim.id ?? null);
    setGone(new Set([...gone, ...(shown ? [`${shown.claim.id} ${shown.claim.version}`] : [])]));
    toast.success(`Claim ${claim.number} ${DONE[kind]}`);
    router.refresh();
  }

  useShortcuts({ j: () => step(1), k: () => step(-1) });

  return (
    <DataCache>
      <div className="grid gap-6">
        <PageHeader
          title="Disagreements"
          description="What the reviewers do not agree on, those furthest apart on the scale first. Reviewers read what is decided, and why."
          actions={
            <Link href={`/documents/${document.id}/agreement`} className="text-sm text-accent underline underline-offset-3">
              Agreement figures
            </Link>
          }
        />
        {shown ? (
          <div className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
            <nav aria-label="Contested claims" className="grid content-start gap-2">
              <div className="flex items-center justify-between gap-2 text-xs text-ink-3">
                <span role="status">
                  {index + 1} of {countOf(waiting.length, "contested claim")}
                </span>
                <span className="flex gap-1 lg:hidden">
                  <Button size="sm" disabled={index === 0} onClick={() => step(-1)}>
                    Previous
                  </Button>
                  <Button size="sm" disabled={index === waiting.length - 1} onClick={() => step(1)}>
                    Next
                  </Button>
                </span>
              </div>
              <ol className="grid gap-1 max-lg:hidden">
                {waiting.map(({ claim, distance }) => (
                  <li key={claim.id}>
                    <button
                      type="button"
                      aria-current={claim.id === shown.claim.id ? "true" : undefined}
                      onClick={() => setChosen(claim.id)}
                      className={cx(
                        "grid w-full gap-0.5 rounded px-2.5 py-2 text-start text-sm",
                        claim.id === shown.claim.id ? "bg-accent-wash" : "hover:bg-sunk",
                      )}
                    >
                      <span dir="auto" className="line-clamp-2">
                        {claim.statement}
                      </span>
                      <span className="text-xs text-ink-3">
                        {claim.number} · {distanceText(distance)}
                      </span>
                    </button>
                  </li>
                ))}
              </ol>
            </nav>
            <Disagreement
              key={shown.claim.id}
              claim={shown.claim}
              distance={shown.distance}
              scale={scale}
              personId={person.id}
              canDecide={shown.can.adjudicate}
              onDecided={onDecided}
            />
          </div>
        ) : (
          <EmptyState title="Nothing is contested">
            {decided.length > 0
              ? "Every disagreement in this document is decided, or back with the reviewers."
              : "When reviewers come to different verdicts, their assessments stand here side by side."}
          </EmptyState>
        )}
        {decided.length > 0 && <DecidedList claims={decided} scale={scale} />}
      </div>
    </DataCache>
  );
}
