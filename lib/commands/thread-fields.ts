import { prose } from "@/lib/domain/fields";
import { COMMENT_MAX } from "@/lib/domain/thread";

/** What a comment says, in Markdown. */
export const Body = prose(COMMENT_MAX).refine((value) => value.trim() !== "", "Write something first.");

/** The claim of an event about a discussion. */
export function claimOf(thread: { claimId: string | null }): { claimId?: string } {
  return thread.claimId === null ? {} : { claimId: thread.claimId };
}
