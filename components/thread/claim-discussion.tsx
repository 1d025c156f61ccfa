"use client";

import type { Role } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { ClaimView, DocumentView, EvidenceView } from "@/lib/domain/views";
import { Discussion } from "./discussion";
import { SubjectLine } from "./subject-line";

interface ClaimDiscussionProps {
  claim: ClaimView;
  document: DocumentView;
  me: { id: string; role: Role };
  commentId: string | null;
  /** The piece of evidence about which a discussion is being begun. */
  evidence: EvidenceView | null;
  /** The evidence is not spoken of any more. */
  onEvidenceDone: () => void;
  onGoTo: (span: Span) => void;
}

/** What is said about a claim and its evidence. */
export function ClaimDiscussion({ claim, document, me, commentId, evidence, onEvidenceDone, onGoTo }: ClaimDiscussionProps) {
  const about = evidence?.id ?? claim.id;
  return (
    <Discussion
      // A draft about something else is another draft.
      key={about}
      documentId={document.id}
      me={me}
      members={document.members}
      pointedId={commentId}
      revision={document.revision.number}
      onGoTo={onGoTo}
      about={(thread) => thread.claim?.id === claim.id}
      subject={evidence ? { evidenceId: evidence.id } : { claimId: claim.id }}
      record={`discussion:${about}`}
      mayBlock
      empty={
        claim.review.blind
          ? "While this claim is assessed blind, you see only what you say yourself; the others see it once the assessments are in."
          : "Ask, object, or leave a note for the next one."
      }
      onStarted={onEvidenceDone}
      lead={
        evidence && (
          <SubjectLine dropLabel="Speak of the claim instead" onDrop={onEvidenceDone}>
            <span className="block text-xs text-ink-3">About the evidence</span>
            {evidence.source.title}
          </SubjectLine>
        )
      }
    />
  );
}
