import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, lockedDocument } from "@/lib/db/scopes";
import { ASSIGNED_MAX, placesOf } from "@/lib/domain/assignment";
import { isOpen } from "@/lib/domain/claim";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Day, Id, toDay } from "@/lib/domain/fields";
import { atLeast } from "@/lib/domain/role";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { authorize } from "@/lib/policies/authorize";
import { assignmentsView } from "@/lib/queries/assignments";
import { claimView } from "@/lib/queries/claim";
import { command, type CommandContext } from "./command";
import { changeDue, endAssignments, makeAssignments } from "./write-assignments";

const People = z.array(Id).max(50, "At most 50 people at once.");

const Change = {
  /** Who is asked to work on them, beside those who do. */
  assign: People.default([]),
  /** Who is taken off. */
  release: People.default([]),
  /** Until when, for all who work on them then; left out, it stays as it is. */
  due: Day.nullable().optional(),
};

export const AssignClaim = z.object({ claimId: Id, ...Change });

/** Asks people to work on a claim, or takes them off it. */
export const assignClaim = command(AssignClaim, { summary: "Assign people to a claim, or take them off it." }, async (context, { claimId, ...change }) => {
  const { actor, tx } = context;
  const { documentId } = await claimInScope(tx, actor, claimId);
  await changeAssignments(context, documentId, [claimId], change);
  return claimView(tx, actor, claimId);
});

export const AssignClaims = z.object({
  documentId: Id,
  claimIds: z.array(Id).min(1, "Choose at least one claim.").max(1000, "At most 1000 claims at once."),
  ...Change,
});

/** The same for many claims of a document at once: for all of them, or for none. */
export const assignClaims = command(
  AssignClaims,
  { summary: "Assign people to claims of a document, or take them off." },
  async (context, { documentId, claimIds, ...change }) => {
    await changeAssignments(context, documentId, [...new Set(claimIds)], change);
    return assignmentsView(context.tx, context.actor, documentId);
  },
);

interface AssignmentChange {
  assign: string[];
  release: string[];
  due?: string | null | undefined;
}

async function changeAssignments({ actor, tx, now }: CommandContext, documentId: string, claimIds: string[], change: AssignmentChange): Promise<void> {
  const document = await lockedDocument(tx, actor, documentId);
  authorize(assignmentPolicy, actor, "assign");
  const assign = [...new Set(change.assign)];
  const release = new Set(change.release);
  if (change.due) expectDue(change.due, now);
  await expectReviewers(tx, actor.workspaceId, assign, "assign");
  const claims = await tx.claim.findMany({
    where: { id: { in: claimIds }, documentId, deletedAt: null },
    select: { id: true, number: true, state: true, assignments: { where: { endedAt: null }, select: { personId: true, claimId: true, due: true } } },
  });
  if (claims.length < claimIds.length) throw new AppError("not_found", "A claim does not exist in this document, or was deleted.");
  const places = document.reviewMode === "proposal" ? ASSIGNED_MAX : placesOf(document);
  for (const { number, state, assignments } of claims) {
    if (assign.length > 0 && !isOpen(state)) throw new AppError("closed", `Claim ${number} is not under work: nobody can be assigned to it.`);
    const after = new Set([...assignments.map(({ personId }) => personId).filter((id) => !release.has(id)), ...assign]);
    if (after.size > places && after.size > assignments.length)
      throw invalidField("assign", `Claim ${number} takes ${places} people at most, and would have ${after.size}: take somebody off it first.`);
  }
  const kept = claims.flatMap(({ assignments }) => assignments).filter(({ personId }) => !release.has(personId) || assign.includes(personId));
  const gone = claims.flatMap(({ assignments }) => assignments).filter((each) => !kept.includes(each));
  const made = claims.flatMap(({ id: claimId, assignments }) =>
    assign.filter((personId) => !assignments.some((each) => each.personId === personId)).map((personId) => ({ claimId, personId, due: change.due ?? null })),
  );
  await endAssignments(tx, actor, documentId, gone, "released", now);
  await makeAssignments(tx, actor, documentId, made, now);
  if (change.due !== undefined) await changeDue(tx, actor, documentId, kept, change.due);
}

/** A day that is over somewhere is still today elsewhere. */
const DAY_SHIFT_MS = 12 * 60 * 60 * 1000;

/** Throws `invalid` for a deadline that is over. */
export function expectDue(due: string, now: Date): void {
  const earliest = toDay(new Date(now.getTime() - DAY_SHIFT_MS)) ?? "";
  if (due < earliest) throw invalidField("due", "Choose today or a later day.");
}

/** Throws `invalid` when somebody is no member of the workspace, or only reads. */
export async function expectReviewers(tx: Tx, workspaceId: string, personIds: readonly string[], field: string): Promise<void> {
  const members = await tx.membership.findMany({ where: { workspaceId, userId: { in: [...personIds] } }, select: { userId: true, role: true } });
  const wrong = personIds.findIndex((id) => !members.some((member) => member.userId === id && atLeast(member, "reviewer")));
  if (wrong >= 0) throw invalidField(`${field}.${String(wrong)}`, "Choose members of this workspace who review claims.");
}
