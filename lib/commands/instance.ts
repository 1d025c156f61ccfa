import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { WORKSPACE_MAKERS } from "@/lib/domain/instance";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { instancePolicy } from "@/lib/policies/instance";
import { instanceView, workspaceMakers } from "@/lib/queries/instance";
import { OPEN } from "@/lib/queries/memberships";
import { dropHandedLinks } from "./account-tokens";
import { command } from "./command";
import { recordForPerson } from "./record-for-person";
import { endAssignmentsOf } from "./write-assignments";

export const UpdateInstance = z.object({ workspaceMakers: z.enum(WORKSPACE_MAKERS) });

/** Changes what holds for the whole instance. */
export const updateInstance = command(UpdateInstance, { summary: "Change the settings of the instance." }, async ({ actor, tx }, input) => {
  authorize(instancePolicy, actor, "run");
  const before = await workspaceMakers(tx);
  await tx.instance.update({ where: { id: 1 }, data: input, select: { id: true } });
  if (before !== input.workspaceMakers) await record(tx, actor, { type: "instance.updated", before: { workspaceMakers: before }, after: input });
  return instanceView(tx, actor);
});

export const PersonById = z.object({ userId: Id });

/** Keeps a person from signing in anywhere on the instance. What they have open is cut off at once, their claims go back to the pool. */
export const suspendPerson = command(PersonById, { summary: "Suspend a person on the whole instance." }, async ({ actor, tx, now }, { userId }) => {
  authorize(instancePolicy, actor, "run");
  const person = await personOfInstance(tx, userId);
  if (person.owner) throw new AppError("conflict", "Whoever runs the instance cannot be suspended. Hand the instance over first.");
  const suspended = await tx.user.updateMany({ where: { id: userId, suspendedAt: null, owner: false }, data: { suspendedAt: now } });
  if (suspended.count === 0) return { userId };
  for (const { workspaceId } of person.memberships) await endAssignmentsOf(tx, { userId: actor.userId, workspaceId }, userId, now);
  await recordForPerson(tx, userId, { type: "account.suspended", ids: { userId } }, actor.userId);
  return { userId };
});

/** Lets a suspended person sign in again. */
export const restorePerson = command(PersonById, { summary: "Let a suspended person sign in again." }, async ({ actor, tx }, { userId }) => {
  authorize(instancePolicy, actor, "run");
  await personOfInstance(tx, userId);
  const restored = await tx.user.updateMany({ where: { id: userId, suspendedAt: { not: null } }, data: { suspendedAt: null } });
  if (restored.count > 0) await recordForPerson(tx, userId, { type: "account.restored", ids: { userId } }, actor.userId);
  return { userId };
});

/** Hands the instance over to somebody who can sign in: in one step, so that it always has one owner. */
export const transferInstance = command(PersonById, { summary: "Hand the instance over to another person." }, async ({ actor, tx }, { userId }) => {
  authorize(instancePolicy, actor, "run");
  const person = await personOfInstance(tx, userId);
  if (person.owner) throw new AppError("conflict", "You run this instance already.");
  const doors = await tx.membership.count({ where: { userId, ...OPEN } });
  if (person.suspendedAt || doors === 0)
    throw new AppError("conflict", "This person cannot sign in just now, and so could not run the instance. Let them in somewhere first.");
  const given = await tx.user.updateMany({ where: { id: actor.userId, owner: true }, data: { owner: false } });
  if (given.count === 0) throw new AppError("forbidden", "The instance is not yours any more. Reload the page.");
  await dropHandedLinks(tx, userId);
  await tx.user.update({ where: { id: userId }, data: { owner: true }, select: { id: true } });
  await record(tx, actor, { type: "instance.transferred", ids: { userId } });
  return { userId };
});

async function personOfInstance(tx: Tx, id: string) {
  const select = { owner: true, suspendedAt: true, memberships: { select: { workspaceId: true } } } as const;
  const person = await tx.user.findUnique({ where: { id, deletedAt: null }, select });
  if (!person) throw new AppError("not_found", "There is no such person on this instance.");
  return person;
}
