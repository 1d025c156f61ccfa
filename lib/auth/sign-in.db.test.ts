import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askForSignIn } from "@/lib/commands/ask-for-link";
import { codeAt } from "@/lib/commands/one-time-code";
import { resetPassword } from "@/lib/commands/reset-password";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/commands/second-factor";
import { sendLinks } from "@/lib/commands/send-links";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { LINK_MINUTES } from "@/lib/domain/token";
import { env } from "@/lib/env";
import { keptLetters } from "@/lib/mail/test/kept-letters";
import { linkOwner } from "@/lib/queries/account";
import { createMember, run, runPublic } from "@/prisma/factories";
import { actorOfSession } from "./actor";
import { awaitedPerson } from "./sessions";
import { signInByCode, signInByLink } from "./sign-in";

let prisma: PrismaClient;
const { mailbox, letters } = keptLetters();
const here = new Headers({ "user-agent": "a test" });
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  env.SMTP_URL = "smtp://mail.example.org";
});

beforeEach(() => {
  letters.length = 0;
});

async function asked(email: string): Promise<string> {
  await runPublic(prisma, askForSignIn, { email });
  await sendLinks(new Date(), mailbox);
  return /sign-in\/link\?token=([\w-]+)/.exec(letters.at(-1)?.text ?? "")?.[1] ?? "";
}

describe("a link for signing in", () => {
  it("signs in once, however often it was looked at", async () => {
    const person = await createMember(prisma);
    const token = await asked(person.email);
    for (let looks = 0; looks < 3; looks += 1) expect(await linkOwner("sign_in", token)).toEqual({ email: person.email });
    const both = await Promise.allSettled([signInByLink(token, here, new Date()), signInByLink(token, here, new Date())]);
    const opened = both.flatMap((each) => (each.status === "fulfilled" && each.value ? [each.value.id] : []));
    expect(opened).toHaveLength(1);
    expect(await actorOfSession(opened[0] ?? "", new Date())).toMatchObject({ userId: person.userId });
    await expect(signInByLink(token, here, new Date())).rejects.toMatchObject({ code: "gone" });
    expect(await linkOwner("sign_in", token)).toBeNull();
  });

  it("works for a quarter of an hour, sets no password, and not for somebody suspended", async () => {
    const person = await createMember(prisma);
    const token = await asked(person.email);
    await expect(signInByLink(token, here, after(LINK_MINUTES.sign_in + 1))).rejects.toMatchObject({ code: "gone" });
    await expect(runPublic(prisma, resetPassword, { token, password: "another long sentence" })).rejects.toMatchObject({ code: "gone" });
    await expect(signInByLink("guessed", here, new Date())).rejects.toMatchObject({ code: "gone" });
    await prisma.user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } });
    await expect(signInByLink(token, here, new Date())).rejects.toMatchObject({ code: "gone" });
  });

  it("still asks for the second factor", async () => {
    const person = await createMember(prisma);
    const { secret } = await run(prisma, person, beginSecondFactor, {});
    await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    const waiting = (await signInByLink(await asked(person.email), here, new Date()))?.id ?? "";
    expect([await actorOfSession(waiting, new Date()), (await awaitedPerson(waiting, new Date()))?.userId]).toEqual([null, person.userId]);
    const opened = await signInByCode(waiting, codeAt(secret, after(0.5)), here, new Date());
    expect(await actorOfSession(opened?.id ?? "", new Date())).toMatchObject({ userId: person.userId });
  });

  it("is answered alike for unknown addresses, to which nothing is sent", async () => {
    const { email } = await createMember(prisma);
    const answers = [await runPublic(prisma, askForSignIn, { email: "nobody@example.org" }), await runPublic(prisma, askForSignIn, { email })];
    expect(answers[0]).toEqual(answers[1]);
    await sendLinks(new Date(), mailbox);
    expect(letters.map(({ to }) => to.address)).toEqual([email]);
  });
});
