import type { DocumentRecords } from "@/lib/domain/document-records";
import type { JsonObject } from "./json";

/** Who judged what, each time, and what editors decided between them: by names, for people to read. Claims that nobody judged are left out. */
export function votesOf({ claims, scale, people }: DocumentRecords): JsonObject[] {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const labelOf = (id: string | null) => scale.labels.find((label) => label.id === id)?.name ?? null;
  return claims
    .filter(({ assessments, adjudications }) => assessments.length + adjudications.length > 0)
    .map((claim) => ({
      claim: claim.number,
      statement: claim.statement,
      assessments: claim.assessments.flatMap(({ reviewerId, versions }) =>
        versions.map(({ number, round, labelId, unjudgeable, rationale, confidence, createdAt }) => ({
          ...{ reviewer: nameOf(reviewerId), version: number, round, label: labelOf(labelId), unjudgeable, confidence, rationale, at: createdAt },
        })),
      ),
      adjudications: claim.adjudications.map(({ round, kind, labelId, reviewerId, reason, editorId, createdAt }) => ({
        ...{ round, kind, label: labelOf(labelId), taken: nameOf(reviewerId), editor: nameOf(editorId), reason, at: createdAt },
      })),
    }));
}
