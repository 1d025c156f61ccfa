import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import type { NewSecondFactor } from "@/lib/domain/second-factor";
import { command, preparedCommand } from "./command";
import { openSecret, sealSecret } from "./factor-secret";
import { newRecoveryCodes, newSecret, plainRecoveryCode, secretAddress, stepOf } from "./one-time-code";
import { NO_PASSWORD, verifyPassword } from "./password";
import { recordForPerson } from "./record-for-person";
import { hashToken } from "./token";
import { takeCode } from "./verify-second-factor";

const Code = z.string().trim().min(1, "Must not be empty.").max(40);

/** What is open to who has none yet where one is asked for, and to who may only read: it is about their own account. */
const OWN = { sanctioned: "restricted", withoutSecondFactor: true, once: true, guarded: true } as const;

/** Begins to set up a second factor: makes its secret, which the app takes up. It is not asked for before a code has confirmed it. */
export const beginSecondFactor = command(
  z.object({}),
  { summary: "Begin to set up one's own second factor.", status: 201, ...OWN },
  async ({ actor, tx }): Promise<NewSecondFactor> => {
    const { userId } = actor;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { demo: true, secondFactor: { select: { confirmedAt: true } } } });
    if (user.demo) throw new AppError("forbidden", "A demo account is everybody’s: it has no second factor.");
    if (user.secondFactor?.confirmedAt) throw new AppError("conflict", "You have a second factor already. Turn it off before you set up another one.");
    const secret = newSecret();
    const sealed = { secret: sealSecret(secret, userId), lastStep: 0 };
    await tx.secondFactor.upsert({ where: { userId }, create: { userId, ...sealed }, update: sealed, select: { userId: true } });
    return { secret, address: secretAddress(secret, actor.email) };
  },
);

export const ConfirmSecondFactor = z.object({ code: Code });

/** Turns the second factor on with a first code of the app. Answers the recovery codes, once, and ends the other sessions, which came in without it. */
export const confirmSecondFactor = command(
  ConfirmSecondFactor,
  { summary: "Turn one's own second factor on with a first code; answers the recovery codes.", ...OWN },
  async ({ actor, tx, now }, { code }) => {
    const { userId } = actor;
    const factor = await tx.secondFactor.findUnique({ where: { userId, confirmedAt: null }, select: { secret: true } });
    if (!factor) throw new AppError("conflict", "There is nothing to confirm: begin to set up the second factor first.");
    const secret = openSecret(factor.secret, userId);
    const step = secret === null ? null : stepOf(secret, code, now);
    if (step === null) throw invalidField("code", "This is not the code that the app shows now. Look whether the clock of the device is right.");
    const { count } = await tx.secondFactor.updateMany({ where: { userId, confirmedAt: null }, data: { confirmedAt: now, lastStep: step } });
    if (count === 0) throw new AppError("conflict", "You have a second factor already.");
    await tx.session.updateMany({ where: { userId, id: { not: actor.sessionId }, revokedAt: null }, data: { revokedAt: now } });
    await recordForPerson(tx, userId, { type: "second_factor.set_up" });
    return { recoveryCodes: await replaceRecoveryCodes(tx, userId) };
  },
);

export const RenewRecoveryCodes = z.object({ code: Code });

/** Makes new recovery codes in the place of the old ones. */
export const renewRecoveryCodes = command(
  RenewRecoveryCodes,
  { summary: "Make new recovery codes for one's own second factor; the old ones stop working.", sanctioned: "restricted", once: true, guarded: true },
  async ({ actor, tx, now }, { code }) => {
    await expectCode(tx, actor, code, now);
    await recordForPerson(tx, actor.userId, { type: "second_factor.codes_renewed" });
    return { recoveryCodes: await replaceRecoveryCodes(tx, actor.userId) };
  },
);

export const TurnOffSecondFactor = z.object({ password: z.string().max(512).default(""), code: Code });

/** Turns the second factor off, with the password and a code. */
export const turnOffSecondFactor = preparedCommand(
  TurnOffSecondFactor,
  { summary: "Turn one's own second factor off.", sanctioned: "restricted", guarded: true },
  async (actor, { password }) => {
    const { passwordHash } = await (await db()).user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } });
    if (passwordHash !== NO_PASSWORD && !(await verifyPassword(passwordHash, password))) throw invalidField("password", "This is not your password.");
  },
  async ({ actor, tx, now }, { code }) => {
    await expectCode(tx, actor, code, now);
    await dropSecondFactor(tx, actor.userId);
    await recordForPerson(tx, actor.userId, { type: "second_factor.turned_off" });
    return { state: "off" };
  },
);

/** Takes everything of a second factor away. */
export async function dropSecondFactor(tx: Tx, userId: string): Promise<number> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return (await tx.secondFactor.deleteMany({ where: { userId } })).count;
}

async function expectCode(tx: Tx, { userId }: Actor, code: string, now: Date): Promise<void> {
  if ((await takeCode(tx, userId, code, now)) === null)
    throw invalidField("code", "This code is not right, or was used already. Wait for the next one, or take a recovery code.");
}

async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashToken(plainRecoveryCode(code)) })) });
  return codes;
}
