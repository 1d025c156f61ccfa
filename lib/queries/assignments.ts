import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import type { AssignmentsView } from "@/lib/domain/assignments-view";
import { placesOf, takesPeople } from "@/lib/domain/assignment";
import { isOpen } from "@/lib/domain/claim";
import { Id } from "@/lib/domain/fields";
import { atLeast, type Actor } from "@/lib/domain/role";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { authorize } from "@/lib/policies/authorize";
import { assignedClaims, assignedFor } from "./assigned";

export const GetAssignments = z.object({ documentId: Id });

/** Who works on which claim of a document, and how much each of those who may be asked has to do. */
export const getAssignments = query(GetAssignments, { summary: "Read who works on which claim of a document." }, async (actor, { documentId }) =>
  assignmentsView(await db(), actor, documentId),
);

/** The same for the page. Throws `not_found`, `forbidden`. */
export async function documentAssignments(actor: Actor, documentId: string): Promise<AssignmentsView> {
  return assignmentsView(await db(), actor, documentId);
}

/** The same, also within a transaction. */
export async function assignmentsView(tx: Tx, actor: Actor, documentId: string): Promise<AssignmentsView> {
  const document = await documentInScope(tx, actor, documentId);
  authorize(assignmentPolicy, actor, "assign");
  const members = await tx.membership.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { role: true, user: { select: { id: true, name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  const loads = await loadsOf(tx, actor);
  const here = { documentId, deletedAt: null };
  const claims = await tx.claim.findMany({
    where: here,
    select: { id: true, number: true, statement: true, state: true, assessedAt: true },
    orderBy: { number: "asc" },
  });
  const assigned = await assignedClaims(tx, here);
  const { id, title, language, reviewMode, returnDays } = document;
  const places = placesOf(document);
  return {
    document: { id, title, language, reviewMode, returnDays },
    places,
    people: members.flatMap((member) => (atLeast(member, "reviewer") ? [{ ...member.user, load: loads.get(member.user.id) ?? 0 }] : [])),
    claims: claims.map(({ assessedAt, ...claim }) => {
      const { assignments } = assignedFor(actor, assigned.get(claim.id));
      const lacks = takesPeople({ state: claim.state, assessed: assessedAt !== null }) && assignments.length < places;
      return { ...claim, open: isOpen(claim.state), lacks, assignments };
    }),
  };
}

/** How many claims of the workspace wait for each person, as far as the actor may know; those in the trash wait for nobody. */
async function loadsOf(tx: Tx, actor: Actor): Promise<Map<string, number>> {
  const waiting = await assignedClaims(tx, {
    workspaceId: actor.workspaceId,
    deletedAt: null,
    document: { deletedAt: null },
    state: { in: ["spotted", "researching", "in_review"] },
    assessedAt: null,
  });
  const loads = new Map<string, number>();
  for (const claim of waiting.values())
    for (const { personId, done } of assignedFor(actor, claim).assignments) if (!done) loads.set(personId, (loads.get(personId) ?? 0) + 1);
  return loads;
}
