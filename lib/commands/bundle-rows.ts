import type { Prisma } from "@/lib/db/generated/client";
import type { DocumentRecords } from "@/lib/domain/document-records";
import { toDate } from "@/lib/domain/fields";

/** The rows of a document's claims, and of all that hangs on them. */
export interface BundleRows {
  claims: Prisma.ClaimCreateManyInput[];
  anchors: Prisma.AnchorCreateManyInput[];
  questions: Prisma.QuestionCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  snapshots: Prisma.SnapshotCreateManyInput[];
  assignments: Prisma.AssignmentCreateManyInput[];
  contacts: Prisma.ClaimantContactCreateManyInput[];
  assessments: Prisma.AssessmentCreateManyInput[];
  versions: Prisma.AssessmentVersionCreateManyInput[];
  adjudications: Prisma.AdjudicationCreateManyInput[];
  rulings: Prisma.RulingCreateManyInput[];
  threads: Prisma.ThreadCreateManyInput[];
  comments: Prisma.CommentCreateManyInput[];
}

interface Place {
  workspaceId: string;
  documentId: string;
}

/** The claims, and discussions that are about none of them, as rows of this workspace; `here` gives the id that a record has here. */
export function claimRows(
  records: Pick<DocumentRecords, "claims" | "threads">,
  place: Place,
  here: (id: string) => string,
  /** The words of snapshots, by their SHA-256. */
  words: ReadonlyMap<string, string | null>,
): BundleRows {
  const { workspaceId } = place;
  const at = (id: string | null) => (id === null ? null : here(id));
  const made = <T extends { id: string; createdById: string }>(record: T) => ({
    ...record,
    id: here(record.id),
    createdById: here(record.createdById),
    workspaceId,
  });
  const judged = <T extends { id: string; labelId: string | null }>(record: T) => ({
    ...record,
    id: here(record.id),
    labelId: at(record.labelId),
    workspaceId,
  });
  const of = (claim: { id: string }) => ({ claimId: here(claim.id) });
  const { claims } = records;
  const threads = [
    ...claims.flatMap((claim) => claim.threads.map((thread) => ({ thread, claimId: at(claim.id) }))),
    ...records.threads.map((thread) => ({ thread, claimId: null })),
  ];
  return {
    claims: claims.map(
      ({
        anchors: _a,
        evidence: _e,
        questions: _q,
        contacts: _c,
        assessments: _s,
        adjudications: _j,
        ruling: _r,
        threads: _t,
        assignments: _as,
        ...claim
      }) => ({
        ...made(claim),
        documentId: place.documentId,
        saidOn: toDate(claim.saidOn),
      }),
    ),
    anchors: claims.flatMap((claim) =>
      claim.anchors.map((anchor) => ({ ...anchor, ...place, ...of(claim), id: here(anchor.id), revisionId: here(anchor.revisionId) })),
    ),
    questions: claims.flatMap((claim) => claim.questions.map((each) => ({ ...made(each), ...of(claim) }))),
    evidence: claims.flatMap((claim) =>
      claim.evidence.map(({ snapshots: _, ...each }) => ({
        ...made(each),
        ...of(claim),
        sourceId: here(each.sourceId),
        questionId: at(each.questionId),
        quoteVerifiedById: at(each.quoteVerifiedById),
        accessedOn: toDate(each.accessedOn),
        archivedOn: toDate(each.archivedOn),
        updatedAt: each.createdAt,
      })),
    ),
    snapshots: claims.flatMap(({ evidence }) =>
      evidence.flatMap(({ id, snapshots }) =>
        snapshots.map((each) => ({
          ...made(each),
          evidenceId: here(id),
          takenOn: new Date(`${each.takenOn}T00:00:00Z`),
          text: words.get(each.sha256) ?? null,
        })),
      ),
    ),
    assignments: claims.flatMap((claim) =>
      claim.assignments.map((each) => ({
        ...{ ...each, ...of(claim), workspaceId, personId: here(each.personId), assignedById: here(each.assignedById), due: toDate(each.due) },
      })),
    ),
    contacts: claims.flatMap((claim) =>
      claim.contacts.map((each) => ({ ...made(each), ...of(claim), contactedOn: new Date(`${each.contactedOn}T00:00:00Z`) })),
    ),
    assessments: claims.flatMap((claim) =>
      claim.assessments.map(({ versions, ...each }) => ({
        ...judged(each),
        ...of(claim),
        reviewerId: here(each.reviewerId),
        version: Math.max(1, versions.length),
      })),
    ),
    versions: claims.flatMap((claim) => claim.assessments.flatMap(({ id, versions }) => versions.map((each) => ({ ...judged(each), assessmentId: here(id) })))),
    adjudications: claims.flatMap((claim) =>
      claim.adjudications.map((each) => ({ ...judged(each), ...of(claim), reviewerId: at(each.reviewerId), editorId: here(each.editorId) })),
    ),
    rulings: claims.flatMap((claim) =>
      claim.ruling ? [{ ...judged(claim.ruling), ...of(claim), editorId: here(claim.ruling.editorId), approvedById: at(claim.ruling.approvedById) }] : [],
    ),
    threads: threads.map(({ thread: { comments: _, ...thread }, claimId }) => ({
      ...made(thread),
      claimId,
      documentId: place.documentId,
      evidenceId: at(thread.evidenceId),
      revisionId: at(thread.revisionId),
      resolvedById: at(thread.resolvedById),
    })),
    comments: threads.flatMap(({ thread }) =>
      thread.comments.map((comment) => ({ ...comment, id: here(comment.id), threadId: here(thread.id), authorId: here(comment.authorId), workspaceId })),
    ),
  };
}
