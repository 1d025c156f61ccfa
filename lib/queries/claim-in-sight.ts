import { isConfidential } from "@/lib/domain/evidence";
import { mayReadQuestion } from "@/lib/domain/question";
import type { Actor } from "@/lib/domain/role";
import { seesAssessment, type AssessedClaim } from "@/lib/policies/assessment";
import { seesRuling } from "@/lib/policies/claim";
import { seesConfidential } from "@/lib/policies/source";
import { assignedFor, type AssignedClaim } from "./assigned";

interface EvidenceRow {
  confidential: boolean;
  source: { confidential: boolean };
  question: { id: string } | null;
}

interface ClaimRow<Evidence, Question, Assessment, Ruling> {
  assignments: AssignedClaim["rows"];
  evidence: readonly Evidence[];
  questions: readonly Question[];
  assessments: readonly Assessment[];
  ruling: Ruling | null;
}

/** What hangs on a claim, as far as the actor may know of it: the one rule behind views and files. */
export function inSight<Evidence extends EvidenceRow, Question extends { id: string }, Assessment extends { reviewerId: string; round: number }, Ruling>(
  actor: Actor,
  scope: AssessedClaim,
  row: ClaimRow<Evidence, Question, Assessment, Ruling>,
) {
  const evidence = row.evidence.filter((each) => seesConfidential(actor) || !isConfidential(each));
  return {
    ...assignedFor(actor, { scope, rows: row.assignments }),
    evidence,
    questions: row.questions.filter(({ id }) => mayReadQuestion(answersOf(row.evidence, id), answersOf(evidence, id))),
    // Of an earlier round only the own one is shown, to be submitted anew: the others', once here, would tell by going when they are submitted.
    assessments: row.assessments.filter((each) => (each.round === scope.round || each.reviewerId === actor.userId) && seesAssessment(actor, scope, each)),
    ruling: seesRuling(actor, scope.state) ? row.ruling : null,
  };
}

function answersOf(evidence: readonly EvidenceRow[], questionId: string): number {
  return evidence.filter(({ question }) => question?.id === questionId).length;
}
