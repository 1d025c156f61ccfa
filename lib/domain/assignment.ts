import { awaitsAssessments, type ReviewSettings } from "./review";
import type { ClaimState } from "./claim";

/** The most people on one claim. */
export const ASSIGNED_MAX = 9;
/** The longest that a claim may lie before it goes back to the pool, in days. */
export const RETURN_DAYS_MAX = 365;

/** Why somebody is not assigned any more: an editor let them go, they gave it back, they did not come to it in time, or they left those who review. */
export const ASSIGNMENT_ENDS = ["released", "given_back", "lapsed", "left"] as const;
export type AssignmentEnd = (typeof ASSIGNMENT_ENDS)[number];

/** How many people a claim needs: one proposes, or as many as assess it. */
export function placesOf({ reviewMode, reviewers }: Pick<ReviewSettings, "reviewMode" | "reviewers">): number {
  return reviewMode === "proposal" ? 1 : reviewers;
}

/** True while somebody may be asked to work on the claim: it takes assessments, has not all of them, and is not set aside. */
export function takesPeople(claim: { state: ClaimState; assessed: boolean }): boolean {
  return claim.state !== "skipped" && awaitsAssessments(claim.state) && !claim.assessed;
}

/** Why this person cannot take the claim for themselves, as a sentence; null when they can. `reviewerIds` are those who have assessed it in its round. */
export function whyNotTake(
  settings: Pick<ReviewSettings, "reviewMode" | "reviewers">,
  claim: { state: ClaimState; assessed: boolean },
  on: { people: readonly { personId: string }[]; reviewerIds: readonly string[] },
  personId: string,
): string | null {
  if (!takesPeople(claim)) return "This claim does not wait for anybody: it is set aside, or assessed already.";
  if (on.people.some((each) => each.personId === personId)) return "You work on this claim already.";
  if (on.reviewerIds.includes(personId)) return "You have assessed this claim already.";
  return on.people.length < placesOf(settings) ? null : "This claim has its people already: somebody else was faster, or was asked.";
}

/** Where a deadline stands on a day, both "yyyy-mm-dd"; null without a deadline. */
export function standingOf(due: string | null, today: string): "overdue" | "today" | "later" | null {
  if (due === null) return null;
  if (due === today) return "today";
  return due < today ? "overdue" : "later";
}

/** True when the work on the claim is late: somebody who is not known to be done had it until before that day. */
export function isOverdue(claim: { state: ClaimState; assignments: readonly { due: string | null; done: boolean }[] }, today: string): boolean {
  return (
    awaitsAssessments(claim.state) && claim.state !== "skipped" && claim.assignments.some(({ due, done }) => !done && standingOf(due, today) === "overdue")
  );
}
