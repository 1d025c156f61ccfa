import type { CommentView, ThreadView } from "@/lib/domain/thread";
import { cleanField } from "./clean";

/** A discussion, before scoping. */
export interface ReportSourceThread extends Pick<ThreadView, "id" | "resolved"> {
  claim: { id: string } | null;
  evidence: { id: string } | null;
  comments: Pick<CommentView, "id" | "author" | "body" | "createdAt" | "deleted">[];
}

/** A discussion of a claim, or of a piece of its evidence, as the desk's files show it. */
export interface ReportThread {
  id: string;
  evidenceId: string | null;
  resolved: { by: string; at: string } | null;
  /** Oldest first; never empty. Bodies in Markdown; what was deleted is left out. */
  comments: { id: string; author: string; body: string; at: string }[];
}

/** The discussions of one claim; of those about evidence, only about that which is shown. */
export function reportThreads(threads: readonly ReportSourceThread[], claimId: string, shownEvidence: ReadonlySet<string>): ReportThread[] {
  return threads
    .filter(({ claim, evidence }) => claim?.id === claimId && (evidence === null || shownEvidence.has(evidence.id)))
    .map(({ id, evidence, resolved, comments }) => ({
      id,
      evidenceId: evidence?.id ?? null,
      resolved: resolved && { by: cleanField(resolved.by.name), at: resolved.at },
      comments: comments
        .filter(({ deleted }) => !deleted)
        .map((comment) => ({ id: comment.id, author: cleanField(comment.author.name), body: cleanField(comment.body), at: comment.createdAt })),
    }))
    .filter(({ comments }) => comments.length > 0);
}
