import type { FlagReason } from "@/lib/domain/flag";
import { ADVERSE, SANCTION_KINDS, type DecisionKind } from "@/lib/domain/moderation";
import { atLeast, type Actor, type Role } from "@/lib/domain/role";

/** What must be known of a thing to say who may decide about it. */
export interface ModeratedSubject {
  authorId: string | null;
  /** Null for somebody who is no member any more. */
  authorRole: Role | null;
  /** Why it is reported now. */
  reasons: readonly FlagReason[];
  /** It waits for an admin. */
  escalated: boolean;
}

/** Reports of mistakes in the work: whoever did the work may say that they put it right, and not that nothing was wrong. */
const EDITORIAL: readonly FlagReason[] = ["error", "source"];

export const moderationPolicy = {
  /** Whoever sees a thing may report it; what is one's own, one can change. */
  flag: (actor: Actor, authorId: string | null) => authorId !== actor.userId,
  /** Whoever rules looks after what is written here. */
  moderate: (actor: Actor) => atLeast(actor, "editor"),
  /** Nobody decides about themselves, or about somebody above them; about people, and what was handed to them, admins do. */
  decide: (actor: Actor, kind: DecisionKind, subject: ModeratedSubject) => {
    if (!atLeast(actor, "editor")) return false;
    if (kind === "escalate") return !subject.escalated;
    if (subject.escalated && !atLeast(actor, "admin")) return false;
    if (isSanction(kind) && !atLeast(actor, "admin")) return false;
    if (subject.authorId === actor.userId) return kind === "resolve" && subject.reasons.every((reason) => EDITORIAL.includes(reason));
    return subject.authorRole === null || !ADVERSE.includes(kind) || atLeast(actor, subject.authorRole);
  },
  /** What one decided oneself, and still may. */
  undo: (actor: Actor, decision: { kind: DecisionKind; byId: string }) =>
    atLeast(actor, isSanction(decision.kind) ? "admin" : "editor") && decision.byId === actor.userId,
  /** Another looks at it than the one who decided, and not the one who is concerned. What only admins decide, only they decide again. */
  settleAppeal: (actor: Actor, decision: { kind: DecisionKind; byId: string; personId: string | null }) =>
    atLeast(actor, isSanction(decision.kind) ? "admin" : "editor") && decision.byId !== actor.userId && decision.personId !== actor.userId,
  setRules: (actor: Actor) => atLeast(actor, "admin"),
};

const isSanction = (kind: DecisionKind) => kind === "lift" || SANCTION_KINDS.some((each) => each === kind);
