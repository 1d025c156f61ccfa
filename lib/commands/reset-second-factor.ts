import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { accountInScope } from "@/lib/queries/accounts";
import { command } from "./command";
import { outOfHand } from "./make-reset-link";
import { dropSecondFactor } from "./second-factor";

export const ResetSecondFactor = z.object({ userId: Id });

/** Takes away the second factor of a member who lost it, and ends their sessions: whoever has the lost device may have one of them. */
export const resetSecondFactor = command(
  ResetSecondFactor,
  { summary: "Take away the second factor of a member who lost it; ends their sessions." },
  async ({ actor, tx, now }, { userId }) => {
    const account = await accountInScope(tx, actor, userId, now);
    authorize(workspacePolicy, actor, "resetAccounts");
    if (!workspacePolicy.resetAccount(actor, account)) throw outOfHand(account);
    if ((await dropSecondFactor(tx, userId)) === 0) throw new AppError("conflict", "This person has no second factor.");
    const ended = await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await record(tx, actor, { type: "second_factor.reset", ids: { userId, sessionsEnded: ended.count } });
    return { userId };
  },
);
