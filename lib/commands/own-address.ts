import { z } from "zod";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { spendToken } from "./account-tokens";
import { command, preparedCommand } from "./command";
import { confirmAddress } from "./prove-address";

/** It is about one's own account, in whichever workspace one stands and whatever is still asked of one there. */
const OWN = { sanctioned: "restricted", withoutSecondFactor: true, anywhere: true } as const;

/** Asks for a letter by whose link one shows that the address of one's account is one's own. */
export const askToProve = {
  ...preparedCommand(
    z.object({}),
    { summary: "Ask for a letter with a link that shows that one's address is one's own.", status: 201, ...OWN },
    async (actor) => {
      if (!env.SMTP_URL) throw new AppError("conflict", "This installation sends no e-mail: your address cannot be shown to be yours by a letter.");
      const { provenAt } = await (await db()).user.findUniqueOrThrow({ where: { id: actor.userId }, select: { provenAt: true } });
      if (provenAt) throw new AppError("conflict", "Your address is known to be yours already. Load the page anew.");
    },
    async ({ actor, tx, now }) => {
      await tx.linkRequest.create({ data: { kind: "prove_address", email: actor.email, dueAt: now }, select: { id: true } });
      return { asked: true };
    },
  ),
  mailsTo: (_input: unknown, { email }: { email: string }) => email,
};

export const ProveOwnAddress = z.object({ token: z.string().max(200) });

/** Shows that the address of one's account is one's own, by the link of a letter to it, in a session of the account: nothing is cut off. */
export const proveOwnAddress = command(
  ProveOwnAddress,
  { summary: "Show that one's address is one's own, by the token of a letter.", ...OWN, once: true },
  async ({ actor, tx, now }, { token }) => {
    const { userId } = await spendToken(tx, "prove_address", token, now);
    if (userId !== actor.userId)
      throw new AppError("forbidden", "This link is for another account than yours. Sign in with that one, and open the link again.");
    await confirmAddress(tx, userId, now);
    return { email: actor.email };
  },
);

/** Notes that the person has read what was cut off when they showed that the address is theirs. */
export const noteCutOffRead = command(
  z.object({}),
  { summary: "Note that one has read what was cut off from one's account.", ...OWN },
  async ({ actor, tx }) => {
    await tx.user.update({ where: { id: actor.userId }, data: { cutOffAt: null }, select: { id: true } });
    return { read: true };
  },
);
