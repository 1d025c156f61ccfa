import { z } from "zod";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Email } from "@/lib/domain/fields";
import { env } from "@/lib/env";
import { NewPassword } from "./account-fields";
import { ownerOfToken, spendToken } from "./account-tokens";
import { publicCommand } from "./command";
import { expectUncommon, hashPassword } from "./password";
import { recordForPerson } from "./record-for-person";

export const AskForReset = z.object({ email: Email });

/**
 * Asks for a link by which a new password can be set. What is done and answered is the same whether or not the address has an account: who is behind it is
 * looked up later, when the letter is sent (see send-links.ts).
 */
export const askForReset = publicCommand(
  AskForReset,
  { summary: "Ask for a letter with a link by which one's password can be set anew.", status: 201, mailsTo: ({ email }) => email },
  () => {
    if (!env.SMTP_URL) throw new AppError("conflict", "This installation sends no e-mail. Ask an admin of your workspace for a link.");
    return Promise.resolve();
  },
  async ({ tx, now }, { email }) => {
    await tx.linkRequest.create({ data: { kind: "set_password", email, dueAt: now }, select: { id: true } });
    return { asked: true };
  },
);

export const ResetPassword = z.object({ token: z.string().max(200), password: NewPassword });

/** Sets a new password by a link: ends all sessions of the person, and makes their other links worthless. */
export const resetPassword = publicCommand(
  ResetPassword,
  { summary: "Set a new password with the token of a link; ends all sessions of its person." },
  async ({ token, password }) => {
    const { email } = await ownerOfToken(await db(), "set_password", token, new Date());
    expectUncommon(password, email);
    return { passwordHash: await hashPassword(password) };
  },
  async ({ tx, now }, { token }, { passwordHash }) => {
    const userId = await spendToken(tx, "set_password", token, now);
    const { email } = await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { email: true } });
    await tx.accountToken.deleteMany({ where: { userId } });
    const ended = await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await recordForPerson(tx, userId, { type: "password.reset", ids: { sessionsEnded: ended.count } });
    return { email };
  },
);
