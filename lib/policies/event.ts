import { atLeast, type Actor } from "@/lib/domain/role";
import { seesAssessment, type AssessedClaim } from "./assessment";
import { seesAssignment } from "./assignment";
import { seesComment } from "./thread";

/** What of an event a person learns: all of it, only that the claim is another now, or nothing at all, not even that there was one. */
export type EventSight = "named" | "unnamed" | "hidden";

/** Events of discussions. */
export const THREAD_EVENTS = [
  "thread.started",
  "thread.changed",
  "thread.resolved",
  "thread.reopened",
  "comment.added",
  "comment.edited",
  "comment.deleted",
  "comment.hidden",
  "comment.restored",
] as const;

/** The types of which somebody may know nothing at all. */
export const HIDEABLE_EVENTS: readonly string[] = [
  "claim.assessed",
  "mark.added",
  "mark.removed",
  "contribution.held",
  "flag.raised",
  "flag.settled",
  "appeal.made",
  "appeal.settled",
  ...THREAD_EVENTS,
];

/** What may hold words of a ruling that is not approved, or of confidential evidence. */
const OF_DRAFTS = new Set(["claim.ruled", "claim.agreed", "claim.adjudicated", "claim.set_aside"]);

/** What the viewer may know of an event, in the history and in the stream alike. `claim` is the one it is about, as it is now. */
export function visibleTo(
  viewer: Actor,
  event: { type: string; actorId: string; round: number; personId: string | null },
  claim: AssessedClaim | null,
): EventSight {
  if (event.type === "claim.assessed") return claim && seesAssessment(viewer, claim, { reviewerId: event.actorId, round: event.round }) ? "named" : "hidden";
  if (event.type === "mark.added" || event.type === "mark.removed") return event.actorId === viewer.userId ? "named" : "hidden";
  // Who reported what, and what waits for approval, is for those who decide about it.
  if (/^(contribution|flag|appeal)\./.test(event.type)) return event.actorId === viewer.userId || atLeast(viewer, "editor") ? "named" : "hidden";
  // That something is hidden or locked now, everybody sees; that a moderator did it, those who work here may know.
  if (event.type.startsWith("moderation.")) return atLeast(viewer, "reviewer") ? "named" : "unnamed";
  // A moderator who hides a comment is not its author.
  if (event.type === "comment.hidden" || event.type === "comment.restored") return seesComment(viewer, event.personId ?? "", claim) ? "named" : "hidden";
  if (THREAD_EVENTS.some((type) => type === event.type)) return seesComment(viewer, event.actorId, claim) ? "named" : "hidden";
  if (event.type.startsWith("assignment.")) {
    const own = event.actorId === viewer.userId || event.personId === viewer.userId;
    // How many work on the claim, everybody who works on claims may know; who they are, not everybody.
    return own || (claim && seesAssignment(viewer, claim, event.personId ?? "")) ? "named" : "unnamed";
  }
  // Evidence, questions, sources and contacts may be confidential, and a ruling a draft: who did what to them is for those who work on claims.
  if (/^(evidence|question|snapshot|contact|source)\./.test(event.type) || OF_DRAFTS.has(event.type)) return atLeast(viewer, "reviewer") ? "named" : "unnamed";
  return "named";
}

/** Viewers of one class see the same of a document's list of claims, so that it is read once for all of them. */
export function viewerClass(viewer: Actor): string {
  return viewer.role;
}
