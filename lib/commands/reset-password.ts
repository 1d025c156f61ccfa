import { z } from "zod";
import { db } from "@/lib/db/client";
import { NewPassword } from "./account-fields";
import { ownerOfToken, spendToken } from "./account-tokens";
import { publicCommand } from "./command";
import { expectUncommon, hashPassword } from "./password";
import { proveAddress } from "./prove-address";
import { recordForPerson } from "./record-for-person";

export const ResetPassword = z.object({ token: z.string().max(200), password: NewPassword });

/** Sets a new password by a link, whose letter shows the address: ends all sessions of the person, and makes their other links worthless. */
export const resetPassword = publicCommand(
  ResetPassword,
  { summary: "Set a new password with the token of a link; ends all sessions of its person." },
  async ({ token, password }) => {
    const { email } = await ownerOfToken(await db(), "set_password", token, new Date());
    expectUncommon(password, email);
    return { passwordHash: await hashPassword(password) };
  },
  async ({ tx, now }, { token }, { passwordHash }) => {
    const { userId, handed } = await spendToken(tx, "set_password", token, now);
    if (!handed) await proveAddress(tx, userId, now);
    const { email } = await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { email: true } });
    await tx.accountToken.deleteMany({ where: { userId } });
    const ended = await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await recordForPerson(tx, userId, { type: "password.reset", ids: { sessionsEnded: ended.count } });
    return { email };
  },
);
