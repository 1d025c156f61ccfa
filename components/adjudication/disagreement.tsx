"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { Tag } from "@/components/ui/tag";
import { offeredLabels } from "@/components/verdict/scale-picker";
import type { Distance } from "@/lib/domain/disagreement";
import type { AdjudicationKind } from "@/lib/domain/review";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { AssessmentColumn, EvidenceList } from "./assessment-column";
import { DecisionCard } from "./decision-card";
import { DecisionForm } from "./decision-form";
import { distanceText } from "./decision-words";
import { useDecisionForm } from "./use-decision-form";

interface DisagreementProps {
  claim: ClaimView;
  distance: Distance;
  scale: ScaleView;
  personId: string;
  canDecide: boolean;
  onDecided: (claim: ClaimView) => void;
}

/** One contested claim: its words, the assessments side by side, and what can be decided. */
export function Disagreement({ claim, distance, scale, personId, canDecide, onDecided }: DisagreementProps) {
  const form = useDecisionForm(claim, personId, onDecided);
  const { kind } = form.values;
  const authors = new Set(claim.assessments.map((each) => each.reviewer.id));
  const rest = claim.evidence.filter((each) => !authors.has(each.createdBy.id));

  function begin(next: AdjudicationKind, assessmentId: string | null = null) {
    form.field("kind").onChange(next);
    form.field("assessmentId").onChange(assessmentId);
    if (next !== "written") form.field("labelId").onChange(null);
  }

  function take(index: number) {
    const assessment = claim.assessments[index];
    if (assessment && !assessment.unjudgeable) begin("taken", assessment.id);
  }

  /** While a verdict is written, the number keys choose its label. */
  function digit(index: number) {
    if (kind !== "written") return take(index);
    const label = form.field("labelId");
    const chosen = offeredLabels(scale, label.value)[index];
    if (chosen) label.onChange(chosen.id);
  }

  useShortcuts(
    {
      w: () => begin("written"),
      q: () => begin("returned"),
      n: () => begin("none_right"),
      "mod+enter": { run: () => kind && void form.submit(), inFields: true },
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [String(index + 1), () => digit(index)])),
    },
    { enabled: canDecide },
  );

  return (
    <article aria-labelledby="disagreement" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
          <span>Claim {claim.number}</span>
          <Tag toned className={distance.kind === "off_scale" || distance.steps > 1 ? "tone-false" : "tone-half"}>
            {distanceText(distance)}
          </Tag>
          <Link
            href={`/documents/${claim.documentId}?claim=${claim.id}`}
            className="ms-auto flex items-center gap-1 underline underline-offset-2 hover:text-ink"
          >
            In the text <ExternalLink aria-hidden size={11} />
          </Link>
        </div>
        <h2 id="disagreement" dir="auto" className="font-text text-statement font-semibold text-pretty">
          {claim.statement}
        </h2>
        <blockquote dir="auto" className="border-s-2 border-line-2 ps-3 font-text text-sm text-ink-2">
          {claim.anchors.map((anchor) => anchor.exact).join(" … ")}
        </blockquote>
      </header>
      <ul aria-label="Assessments" className="grid items-stretch gap-3 sm:grid-cols-[repeat(auto-fit,minmax(17rem,1fr))]">
        {claim.assessments.map((assessment, index) => (
          <AssessmentColumn
            key={assessment.id}
            assessment={assessment}
            evidence={claim.evidence.filter((each) => each.createdBy.id === assessment.reviewer.id)}
            scale={scale}
            digit={index + 1}
            onTake={canDecide ? () => take(index) : undefined}
          />
        ))}
      </ul>
      {rest.length > 0 && <EvidenceList title="Other evidence" evidence={rest} />}
      {claim.adjudications.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} scale={scale} />
      ))}
      {canDecide && !kind && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => begin("written")}>
            Write another <Kbd keys="w" />
          </Button>
          <Button onClick={() => begin("returned")}>
            Send back with a question <Kbd keys="q" />
          </Button>
          <Button onClick={() => begin("none_right")}>
            None is right <Kbd keys="n" />
          </Button>
        </div>
      )}
      {canDecide && kind && (
        <DecisionForm claim={claim} scale={scale} form={form} kind={kind} onDecide={() => void form.submit()} onCancel={() => form.discard()} />
      )}
    </article>
  );
}
