import type { ClaimState } from "./claim";
import type { PersonView } from "./views";

/** A claim that waits for somebody. */
export interface WorkClaim {
  id: string;
  documentId: string;
  documentTitle: string;
  number: number;
  statement: string;
  state: ClaimState;
  /** ISO 8601. */
  updatedAt: string;
  /** Until when the viewer has it, "yyyy-mm-dd"; null without a deadline, or when they were not asked. */
  due: string | null;
  /** What an editor asked when sending it back. Markdown. */
  question: string | null;
}

/** A comment that names the viewer and was not read yet. */
export interface WorkMention {
  commentId: string;
  documentId: string;
  documentTitle: string;
  claim: { id: string; number: number } | null;
  author: PersonView;
  /** Markdown. */
  body: string;
  /** ISO 8601. */
  createdAt: string;
}

/** What waits for one person: what is due first, then the latest. A claim stands in one list only. */
export interface WorkView {
  mentions: WorkMention[];
  /** Sent back by an editor, to be assessed anew. */
  returned: WorkClaim[];
  /** Those that the viewer was asked to assess, or took, and has not assessed yet. */
  assigned: WorkClaim[];
  /** Wait for one more assessment beside others', by whoever comes. */
  toAssess: WorkClaim[];
  /** Disagreements, for those who decide them. */
  contested: WorkClaim[];
  total: number;
}
