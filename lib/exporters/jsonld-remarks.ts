import { known, type JsonObject } from "./json";
import { textBody } from "./jsonld-claim";
import { claimIri, commentIri, correctionIri, textIri } from "./jsonld-iris";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";
import type { ReportCorrection } from "./report-publication";
import type { ReportThread } from "./report-thread";

/** What was said about the claim: an annotation of the claim's own for the first comment of each discussion, and of that comment for each reply. */
export function commentAnnotations(claim: ReportClaim, report: Report): JsonObject[] {
  return (claim.desk?.threads ?? []).flatMap((thread) => threadAnnotations(thread, claim, report));
}

function threadAnnotations({ comments, resolved, evidenceId }: ReportThread, claim: ReportClaim, report: Report): JsonObject[] {
  const first = comments[0];
  return comments.map((comment) => ({
    id: commentIri(report, comment.id),
    type: "Annotation",
    motivation: comment === first ? "commenting" : "replying",
    created: comment.at,
    creator: { type: "Person", name: comment.author },
    body: [textBody(comment === first ? "commenting" : "replying", comment.body, "text/markdown")],
    target: first === undefined || comment === first ? claimIri(report, claim.id) : commentIri(report, first.id),
    ...(comment === first ? known("assay:evidence", evidenceId) : {}),
    ...(comment === first && resolved ? { "assay:resolvedAt": resolved.at, "assay:resolvedBy": resolved.by } : {}),
  }));
}

/** What was changed after publication: an annotation of the claim, or of the text as a whole. */
export function correctionAnnotation(correction: ReportCorrection, report: Report): JsonObject {
  const { id, claimId, kind, what, why, by, at, version, verdict } = correction;
  return {
    id: correctionIri(report, id),
    type: "Annotation",
    motivation: "editing",
    created: at,
    creator: { type: "Person", name: by },
    body: [textBody("editing", what), ...(why === "" ? [] : [textBody("commenting", why)])],
    target: claimId === null ? textIri(report) : claimIri(report, claimId),
    "assay:correction": kind,
    "assay:version": version,
    ...known("assay:verdictBefore", verdict?.before ?? null),
    ...known("assay:verdictAfter", verdict?.after ?? null),
  };
}
