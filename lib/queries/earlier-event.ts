import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/role";
import type { PersonView } from "@/lib/domain/views";
import type { AssessedClaim } from "@/lib/policies/assessment";
import { visibleTo } from "@/lib/policies/event";
import type { Hidden } from "./hidden";

/** What must be read of an earlier event to tell it on. */
export const earlierSelect = {
  ...{ number: true, type: true, at: true, before: true, after: true, claimId: true, claimNumber: true, evidenceId: true, commentId: true },
  ...{ actorId: true, actorName: true, actor: { select: { name: true } } },
} satisfies Prisma.EarlierEventSelect;

type EarlierRow = Prisma.EarlierEventGetPayload<{ select: typeof earlierSelect }>;

/** What may hold words of evidence or comments. Bundles did not always say of which. */
const OF_EVIDENCE = /^(evidence|question|snapshot|source)\./;
const OF_COMMENTS = /^(comment|thread)\./;

/** True when the actor may know of what a bundle told. It counts as of the round that the claim is in now, so that what is assessed blind stays so. */
export function isTold(actor: Actor, row: EarlierRow, claim: AssessedClaim | null, hidden: Hidden): boolean {
  const { type, actorId, evidenceId, commentId } = row;
  if (hidden.speaksOf(row)) return false;
  if (evidenceId === null && hidden.evidence.size > 0 && OF_EVIDENCE.test(type)) return false;
  if (commentId === null && hidden.comments.size > 0 && OF_COMMENTS.test(type)) return false;
  return visibleTo(actor, { type, actorId: actorId ?? "", round: claim?.round ?? 1, personId: null }, claim) === "named";
}

/** Who did it: a person of this installation, or a name. */
export function earlierActor({ actorId, actor, actorName }: EarlierRow): PersonView {
  return { id: actorId ?? "", name: actor?.name ?? actorName };
}
