"use client";

import { ClaimDecisions } from "@/components/adjudication/claim-decisions";
import { PublishedClaim } from "@/components/publication/published-claim";
import { Button } from "@/components/ui/button";
import { ApprovalGate } from "@/components/verdict/approval-gate";
import { AssessmentForm } from "@/components/verdict/assessment-form";
import { AssessmentList } from "@/components/verdict/assessment-list";
import { RulingForm } from "@/components/verdict/ruling-form";
import { labelOf } from "@/components/verdict/tone";
import { VerdictCard } from "@/components/verdict/verdict-card";
import type { AssessmentValues } from "@/components/verdict/use-assessment-form";
import type { RulingValues } from "@/components/verdict/use-ruling-form";
import { isDecided, isOpen } from "@/lib/domain/claim";
import type { GateCondition } from "@/lib/domain/gate";
import type { ClaimView, ScaleView } from "@/lib/domain/views";
import type { RecordForm } from "@/lib/ui/use-record-saver";
import { Plus } from "lucide-react";
import { useState } from "react";

interface ClaimJudgingProps {
  claim: ClaimView;
  scale: ScaleView;
  assessment: RecordForm<AssessmentValues>;
  ruling: RecordForm<RulingValues>;
  /** Where the number keys choose. */
  keysIn: "assessment" | "ruling" | null;
  assessmentProblem: string | null;
  /** Submits the assessment, when the foot of the panel approves instead. */
  onSubmitAssessment: (() => void) | undefined;
  onShowMissing: (key: GateCondition["key"]) => void;
  personId: string;
  apply: (claim: ClaimView) => void;
}

/** Assessments, the ruling, and what approval still needs. */
export function ClaimJudging({
  claim,
  scale,
  assessment,
  ruling,
  keysIn,
  assessmentProblem,
  onSubmitAssessment,
  onShowMissing,
  personId,
  apply,
}: ClaimJudgingProps) {
  const own = claim.assessments.find((each) => each.mine);
  const others = claim.assessments.filter((each) => !each.mine);
  // Whoever rules need not assess: the form stands aside until it is asked for.
  const [asked, setAsked] = useState(false);
  const aside = onSubmitAssessment !== undefined && !own && !assessment.dirty && !asked;
  const assessing = (claim.can.assess && !aside) || assessment.dirty;
  const ruled = claim.can.rule || ruling.dirty;

  return (
    <>
      {assessing && (
        <AssessmentForm
          form={assessment}
          scale={scale}
          review={claim.review}
          submitted={own?.current ?? false}
          numbered={keysIn === "assessment"}
          problem={assessmentProblem}
          action={
            onSubmitAssessment &&
            assessment.dirty && (
              <Button className="justify-self-start" loading={assessment.status === "saving"} onClick={onSubmitAssessment}>
                Submit assessment
              </Button>
            )
          }
        />
      )}
      {claim.can.assess && aside && (
        <Button variant="ghost" onClick={() => setAsked(true)} icon={<Plus aria-hidden size={14} />} className="-ms-3 justify-self-start">
          Add your own assessment
        </Button>
      )}
      {own && (!assessing || !own.current) && (
        <AssessmentList title={own.current ? "Your assessment" : "Your assessment before it was sent back"} assessments={[own]} scale={scale} />
      )}
      {others.length > 0 && <AssessmentList title={assessing || own ? "Other assessments" : "Assessments"} assessments={others} scale={scale} />}
      <ClaimDecisions claim={claim} scale={scale} />
      {ruled && (
        <RulingForm claimId={claim.id} media={claim.mediaKind !== null} form={ruling} ruling={claim.ruling} scale={scale} numbered={keysIn === "ruling"} />
      )}
      {claim.ruling?.summary && !ruled && !isDecided(claim.state) && (
        <VerdictCard
          label={labelOf(scale, claim.ruling.labelId)}
          lead={claim.state === "voided" ? "Ruling, withdrawn:" : "Ruling, not approved yet:"}
          summary={claim.ruling.summary}
          justification={claim.ruling.justification}
          footnote={`Written by ${claim.ruling.editor.name}`}
        />
      )}
      <PublishedClaim claim={claim} scale={scale} personId={personId} apply={apply} />
      {isOpen(claim.state) && claim.state !== "spotted" && (
        <ApprovalGate gate={claim.gate} canRule={claim.can.rule} canProve={claim.can.addEvidence} onShow={onShowMissing} />
      )}
    </>
  );
}
