import { z } from "zod";
import { db } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { NewPassword } from "./account-fields";
import { command, preparedCommand } from "./command";
import { expectUncommon, hashPassword, verifyPassword } from "./password";

export const ChangePassword = z.object({ current: z.string().max(512), password: NewPassword });

/** Changes the actor's password, ends the other sessions, and makes links worthless that were sent or made before. */
export const changePassword = preparedCommand(
  ChangePassword,
  { summary: "Change one's own password; ends one's other sessions.", sanctioned: "restricted", guarded: true },
  async (actor, input) => {
    const user = await (await db()).user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true, demo: true } });
    if (user.demo) throw new AppError("forbidden", "The password of a demo account cannot be changed.");
    if (!(await verifyPassword(user.passwordHash, input.current))) throw invalidField("current", "This is not your current password.");
    expectUncommon(input.password, actor.email);
    return { before: user.passwordHash, passwordHash: await hashPassword(input.password) };
  },
  async ({ actor, tx, now }, _input, { before, passwordHash }) => {
    const { count } = await tx.user.updateMany({ where: { id: actor.userId, passwordHash: before }, data: { passwordHash } });
    if (count === 0) throw new AppError("conflict", "Your password was set anew just now, elsewhere. Sign in again.");
    await tx.accountToken.deleteMany({ where: { userId: actor.userId } });
    const ended = await tx.session.updateMany({ where: { userId: actor.userId, id: { not: actor.sessionId }, revokedAt: null }, data: { revokedAt: now } });
    await record(tx, actor, { type: "password.changed", ids: { sessionsEnded: ended.count } });
    return { sessionsEnded: ended.count };
  },
);

export const EndSession = z.object({ sessionId: Id });

/** Ends one of the actor's own sessions. */
export const endSession = command(EndSession, { summary: "End one of one's own sessions.", sanctioned: "restricted" }, async ({ actor, tx, now }, input) => {
  const ended = await tx.session.updateMany({ where: { id: input.sessionId, userId: actor.userId, revokedAt: null }, data: { revokedAt: now } });
  if (ended.count === 0) throw new AppError("not_found", "This session has ended already.");
  await record(tx, actor, { type: "session.ended", ids: { sessionId: input.sessionId } });
  return { id: input.sessionId };
});
