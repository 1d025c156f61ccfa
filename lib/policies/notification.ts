import { NOTIFICATION_KINDS, type NotificationKind } from "@/lib/domain/notification";
import { shutsOut } from "@/lib/domain/moderation";
import { ROLES, atLeast, type Actor, type Role } from "@/lib/domain/role";
import type { AssessedClaim } from "./assessment";
import { seesComment } from "./thread";

/** What moderators say to whom it concerns, whatever their role, and whether or not they may come in. */
export const OF_MODERATION: readonly NotificationKind[] = ["moderated", "report_settled", "appeal_settled"];

/** The least role that is told of a kind: who decides, of what waits for a decision; who works on claims, of all else. Readers are told of moderation alone. */
export const leastRole = (kind: NotificationKind): Role => (kind === "contested" ? "editor" : OF_MODERATION.includes(kind) ? "reader" : "reviewer");

/** The roles that are told of a kind. */
export const rolesToldOf = (kind: NotificationKind): Role[] => ROLES.filter((role) => atLeast({ role }, leastRole(kind)));

/** The kinds that somebody with this role is told of; who may not come in, of moderation alone. */
export function kindsFor(viewer: Pick<Actor, "role" | "sanction">): NotificationKind[] {
  const isOut = viewer.sanction !== undefined && shutsOut(viewer.sanction.kind);
  return NOTIFICATION_KINDS.filter((kind) => (isOut ? OF_MODERATION.includes(kind) : atLeast(viewer, leastRole(kind))));
}

/** True when the viewer may know of a notification of their own: as long as their role allows the kind, and the comment that it is about. */
export function seesNotification(
  viewer: Pick<Actor, "userId" | "role">,
  kind: NotificationKind,
  comment: { authorId: string; claim: AssessedClaim | null } | null,
): boolean {
  return atLeast(viewer, leastRole(kind)) && (comment === null || seesComment(viewer, comment.authorId, comment.claim));
}
