"use client";

import { useMemo } from "react";
import { diffParts } from "@/components/draft/diff-parts";
import { Checkbox } from "@/components/ui/checkbox";
import { StateDot } from "@/components/ui/state-dot";
import { WordDiff } from "@/components/ui/word-diff";
import type { ForeignClaimView } from "@/lib/domain/foreign";
import { countOf, formatPercent } from "@/lib/ui/format";
import { groupOf } from "./wishes";

interface ForeignClaimRowProps {
  claim: ForeignClaimView;
  /** True when its group comes along… */
  wished: boolean;
  /** …but for this one. */
  left: boolean;
  onToggle: () => void;
}

const LOOKS = {
  found: { name: "Found", tone: "tone-true", shape: "filled" },
  doubtful: { name: "Doubtful", tone: "tone-half", shape: "ring" },
  lost: { name: "Not found", tone: "tone-false", shape: "ring" },
  already: { name: "Already there", tone: "tone-open", shape: "filled" },
} as const;

/** A claim of the file: what it says, its words there and here, and what comes with it. */
export function ForeignClaimRow({ claim, wished, left, onToggle }: ForeignClaimRowProps) {
  const { row, statement, quote, words, already, verdict, label, sources, questions, notes, fragments } = claim;
  const look = LOOKS[groupOf(claim)];
  const facts = [
    fragments > 1 && countOf(fragments, "fragment"),
    questions > 0 && countOf(questions, "question"),
    sources > 0 && countOf(sources, "source"),
    notes > 0 && countOf(notes, "note"),
    verdict !== "" && (label === null ? `rated “${verdict}”, no label of this scale` : `rated “${verdict}”`),
  ].filter((fact): fact is string => typeof fact === "string");
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-4 py-3">
      <Checkbox label={<span className="sr-only">Bring in {row}</span>} checked={wished && !left} disabled={!wished} onChange={onToggle} />
      <div className="grid gap-1">
        <p dir="auto" className="text-sm text-pretty wrap-anywhere">
          {statement}
        </p>
        {(quote !== statement || (words !== "" && words !== quote)) && <Words quote={quote} words={words} />}
        <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
          <li className="flex items-center gap-1.5 text-ink-2">
            <StateDot tone={look.tone} shape={look.shape} /> {look.name}
            {already !== null && ` as claim ${String(already)}`}
            {already === null && words !== "" && words !== quote && `, ${formatPercent(claim.similarity)} alike`}
            {already === null && claim.finding === "doubtful" && words === quote && ", in more than one place or part"}
          </li>
          <li>{row}</li>
          {facts.map((fact) => (
            <li key={fact}>
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Words({ quote, words }: { quote: string; words: string }) {
  const parts = useMemo(() => (words === "" || words === quote ? null : diffParts(quote, words)), [quote, words]);
  return (
    <p dir="auto" className="font-text text-xs/5 text-ink-2 wrap-anywhere">
      “{parts ? <WordDiff parts={parts} /> : quote}”
    </p>
  );
}
