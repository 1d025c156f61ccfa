import { createHash } from "node:crypto";
import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope, lockedDocument } from "@/lib/db/scopes";
import { ASSIGNED_MAX, placesOf, RETURN_DAYS_MAX, takesPeople } from "@/lib/domain/assignment";
import { planAssignments, type AssignmentPlan } from "@/lib/domain/assignment-plan";
import type { PlanView } from "@/lib/domain/assignments-view";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Day, Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { changedFields, record } from "@/lib/events/record";
import { assessmentsVisible } from "@/lib/policies/assessment";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { authorize } from "@/lib/policies/authorize";
import { assessedSelect, toAssessed } from "@/lib/queries/assessed-claim";
import { assignmentsView } from "@/lib/queries/assignments";
import { expectDue, expectReviewers } from "./assign-claims";
import { command, query } from "./command";
import { makeAssignments } from "./write-assignments";

const planFields = {
  documentId: Id,
  /** Among whom the claims are shared out. */
  personIds: z.array(Id).min(1, "Choose at least one person.").max(50, "At most 50 people."),
  /** How many work on each claim; as many as the review needs, unless said. */
  perClaim: z.int().min(1).max(ASSIGNED_MAX, `At most ${ASSIGNED_MAX}.`).optional(),
};

export const PreviewPlan = z.object(planFields);

/** What sharing out a document's claims would do; writes nothing. */
export const previewPlan = query(PreviewPlan, { summary: "See how a document's claims would be shared out, without doing it." }, async (actor, input) => {
  const prisma = await db();
  return (await drawUp(prisma, actor, input)).view;
});

export const ApplyPlan = z.object({
  ...planFields,
  due: Day.nullable().default(null),
  /** After how many days without a touch a claim of the document goes back to the pool; null for never, left out for as it is. */
  returnDays: z.int().min(1, "At least one day.").max(RETURN_DAYS_MAX, `At most ${RETURN_DAYS_MAX} days.`).nullable().optional(),
  /** Of the preview: it is done exactly so, or not at all. */
  seal: z.string().max(64),
});

/** Shares out a document's claims as the preview showed. Fails with `conflict`, and the plan as it is now, when that would do something else by now. */
export const applyPlan = command(ApplyPlan, { summary: "Share out a document's claims among people." }, async ({ actor, tx, now }, input) => {
  const { documentId, due, returnDays } = input;
  const document = await lockedDocument(tx, actor, documentId);
  if (due !== null) expectDue(due, now);
  const { plan, view } = await drawUp(tx, actor, input);
  if (view.seal !== input.seal) throw new AppError("conflict", "Meanwhile somebody changed who works on what. Look at the new plan.", { current: view });
  await makeAssignments(
    tx,
    actor,
    documentId,
    plan.pairs.map((pair) => ({ ...pair, due })),
    now,
  );
  const changed = returnDays === undefined ? null : changedFields(document, { returnDays });
  if (returnDays !== undefined && changed) {
    await tx.document.update({ where: { id: documentId }, data: { returnDays } });
    await record(tx, actor, { type: "document.updated", documentId, ...changed });
  }
  return assignmentsView(tx, actor, documentId);
});

async function drawUp(tx: Tx, actor: Actor, input: z.output<typeof PreviewPlan>): Promise<{ plan: AssignmentPlan; view: PlanView }> {
  const document = await documentInScope(tx, actor, input.documentId);
  authorize(assignmentPolicy, actor, "assign");
  const personIds = [...new Set(input.personIds)];
  await expectReviewers(tx, actor.workspaceId, personIds, "personIds");
  const places = placesOf(document);
  const perClaim = input.perClaim ?? places;
  if (document.reviewMode !== "proposal" && perClaim > places) throw invalidField("perClaim", `Each claim of this document is assessed by ${places}.`);
  const { people, claims } = await assignmentsView(tx, actor, document.id);
  const assessed = await assessedBy(tx, actor, document.id);
  const chosen = people.filter(({ id }) => personIds.includes(id));
  const open = claims.filter((claim) => takesPeople({ state: claim.state, assessed: !assessed.has(claim.id) }));
  const plan = planAssignments(
    chosen.map(({ id, load }) => ({ id, load })),
    open.map(({ id, assignments }) => ({ id, assigned: assignments.map(({ personId }) => personId), assessed: assessed.get(id) ?? [] })),
    perClaim,
  );
  const claimOf = new Map(open.map((claim) => [claim.id, claim]));
  const view: PlanView = {
    people: chosen.map(({ id, name, load }) => ({ id, name, load, added: plan.people.find((each) => each.id === id)?.added ?? 0 })),
    understaffed: plan.understaffed
      .map((each) => ({ ...each, number: claimOf.get(each.claimId)?.number ?? 0, statement: claimOf.get(each.claimId)?.statement ?? "" }))
      .sort((one, other) => one.number - other.number),
    claims: new Set(plan.pairs.map(({ claimId }) => claimId)).size,
    pairs: plan.pairs.length,
    seal: createHash("sha256").update(JSON.stringify(plan.pairs)).digest("hex"),
  };
  return { plan, view };
}

/** Who has assessed each claim that still takes assessments, as far as the actor may know: of what is assessed blind, nobody. */
async function assessedBy(tx: Tx, actor: Actor, documentId: string): Promise<Map<string, readonly string[]>> {
  const rows = await tx.claim.findMany({ where: { documentId, deletedAt: null, assessedAt: null }, select: { id: true, ...assessedSelect } });
  return new Map(
    rows.map((row) => {
      const claim = toAssessed(row);
      return [row.id, assessmentsVisible(actor, claim) ? claim.reviewerIds : []];
    }),
  );
}
