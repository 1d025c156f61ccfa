"use client";

import type { Role } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { ClaimView, DocumentView } from "@/lib/domain/views";
import { Discussion } from "./discussion";

interface ClaimDiscussionProps {
  claim: ClaimView;
  document: DocumentView;
  me: { id: string; role: Role };
  commentId: string | null;
  onGoTo: (span: Span) => void;
}

/** What is said about a claim and its evidence. */
export function ClaimDiscussion({ claim, document, me, commentId, onGoTo }: ClaimDiscussionProps) {
  return (
    <Discussion
      documentId={document.id}
      me={me}
      members={document.members}
      pointedId={commentId}
      revision={document.revision.number}
      onGoTo={onGoTo}
      about={(thread) => thread.claim?.id === claim.id}
      subject={{ claimId: claim.id }}
      record={`discussion:${claim.id}`}
      mayBlock
      empty={
        claim.review.blind
          ? "While this claim is assessed blind, you see only what you say yourself; the others see it once the assessments are in."
          : "Ask, object, or leave a note for the next one."
      }
    />
  );
}
