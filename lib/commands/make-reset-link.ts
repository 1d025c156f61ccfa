import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { HANDED_LINK_HOURS } from "@/lib/domain/token";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { accountInScope } from "@/lib/queries/accounts";
import { issueToken } from "./account-tokens";
import { command } from "./command";

export const MakeResetLink = z.object({ userId: Id });

/** Makes a link by which a member sets a new password. The token is answered once; only its hash is kept. An earlier link of an admin stops working. */
export const makeResetLink = command(
  MakeResetLink,
  { summary: "Make a link by which a member can set a new password.", status: 201, once: true },
  async ({ actor, tx, now }, { userId }) => {
    const account = await accountInScope(tx, actor, userId, now);
    authorize(workspacePolicy, actor, "resetAccounts");
    if (!workspacePolicy.resetAccount(actor, account)) throw outOfHand(account);
    await tx.accountToken.deleteMany({ where: { userId, madeById: { not: null } } });
    const expiresAt = new Date(now.getTime() + HANDED_LINK_HOURS * 60 * 60 * 1000);
    const token = await issueToken(tx, { kind: "set_password", userId, madeById: actor.userId, expiresAt });
    await record(tx, actor, { type: "password.link_made", ids: { userId } });
    return { path: `/reset?token=${token}` };
  },
);

/** Why this account is not theirs to reset. */
export function outOfHand({ demo, elsewhere }: { demo: boolean; elsewhere: boolean }): AppError {
  if (demo) return new AppError("forbidden", "A demo account is everybody’s: it cannot be reset.");
  if (elsewhere)
    return new AppError(
      "forbidden",
      "This person runs the instance, or belongs to a workspace that you do not run, where you could do things in their name. They have to reset it themselves.",
    );
  return new AppError("forbidden", "Your own account you change in your profile.");
}
