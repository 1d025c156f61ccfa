import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/auth/actor";
import { awaitedPerson } from "@/lib/auth/sessions";
import { signInByLink } from "@/lib/auth/sign-in";
import { signInFromOutside } from "@/lib/auth/sign-in-from-outside";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { LINK_MINUTES } from "@/lib/domain/token";
import { env } from "@/lib/env";
import { tidy } from "@/lib/jobs/housekeeping";
import { keptLetters } from "@/lib/mail/test/kept-letters";
import { joinView } from "@/lib/queries/joinable";
import { peopleView } from "@/lib/queries/people";
import { createMember, createWorkspace, PASSWORD, run, runPublic } from "@/prisma/factories";
import { askToJoin } from "./ask-for-link";
import { deletePerson } from "./delete-account";
import { joinByDomain } from "./join-by-domain";
import { admitDomain, dropDomain } from "./join-domains";
import { codeAt } from "./one-time-code";
import { removeMember } from "./remove-member";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor";
import { sendLinks } from "./send-links";

let prisma: PrismaClient;
let admin: Actor;
const { mailbox, letters } = keptLetters();
const here = new Headers({ "user-agent": "a test" });
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  env.SMTP_URL = "smtp://mail.example.org";
  admin = await createMember(prisma, { role: "admin" });
  await run(prisma, admin, admitDomain, { domain: "@Good.ORG" });
});

beforeEach(() => {
  letters.length = 0;
});

/** The token of the letter that the address gets when it asks to join; empty when it gets none, or another. */
async function asked(email: string): Promise<string> {
  const before = letters.length;
  await runPublic(prisma, askToJoin, { email });
  await sendLinks(new Date(), mailbox);
  return /\/join\?token=([\w-]+)/.exec(letters[before]?.text ?? "")?.[1] ?? "";
}

const joinAs = (token: string, name?: string, workspaceId = admin.workspaceId) =>
  runPublic(prisma, joinByDomain, { token, workspaceId, ...(name === undefined ? { password: PASSWORD } : { name }) });

/** Somebody of another workspace who has an address in a listed domain. */
async function outsider(email: string): Promise<Actor> {
  const person = await createMember(prisma);
  await prisma.user.update({ where: { id: person.userId }, data: { email } });
  return { ...person, email };
}

describe("the domains of a workspace", () => {
  it("are its admins’ to list; the log keeps who did, and nothing is written twice", async () => {
    const editor = await createMember(prisma, { role: "editor", workspaceId: admin.workspaceId });
    for (const refused of [run(prisma, editor, admitDomain, { domain: "good.org" }), run(prisma, editor, dropDomain, { domain: "good.org" })])
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect([(await peopleView(editor)).domains, (await peopleView(editor)).can.admitDomains]).toEqual([[], false]);
    await run(prisma, admin, admitDomain, { domain: "bücher.example", role: "reviewer" });
    await run(prisma, admin, admitDomain, { domain: "xn--bcher-kva.example", role: "reviewer" });
    expect((await peopleView(admin)).domains).toEqual([
      { domain: "good.org", written: "good.org", role: "reader" },
      { domain: "xn--bcher-kva.example", written: "bücher.example", role: "reviewer" },
    ]);
    await run(prisma, admin, dropDomain, { domain: "bücher.example" });
    const events = await prisma.event.findMany({ where: { workspaceId: admin.workspaceId, type: { startsWith: "domain." } }, orderBy: { seq: "asc" } });
    expect(events.map(({ type, data }) => [type, (data as { domain: string }).domain])).toEqual([
      ["domain.admitted", "good.org"],
      ["domain.admitted", "xn--bcher-kva.example"],
      ["domain.dropped", "xn--bcher-kva.example"],
    ]);
    await expect(run(prisma, admin, dropDomain, { domain: "bücher.example" })).rejects.toMatchObject({ code: "not_found" });
  });

  it.each(["admin", "owner"])("let nobody become %s", (role) => {
    expect(admitDomain.schema.safeParse({ domain: "good.org", role }).success).toBe(false);
  });
});

describe("whoever has an address in a listed domain", () => {
  it("joins by a letter, once, in the role that the admin chose, and is in", async () => {
    const token = await asked("New@Good.org");
    expect(JSON.stringify([await prisma.joinLink.findMany(), await prisma.linkRequest.findMany()])).not.toContain(token);
    const view = await joinView(token);
    expect(view).toMatchObject({ email: "new@good.org", account: "none", workspaces: [{ id: admin.workspaceId, role: "reader" }] });
    await expect(joinAs(token)).rejects.toMatchObject({ code: "invalid" });
    const both = await Promise.allSettled([joinAs(token, "Nia New"), joinAs(token, "Nia New")]);
    const joined = both.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(joined).toHaveLength(1);
    const opened = await signInByLink(joined[0]?.signIn ?? "", here, new Date());
    expect(await actorOfSession(opened?.id ?? "", new Date())).toMatchObject({ name: "Nia New", role: "reader", workspaceId: admin.workspaceId });
    expect(await joinView(token)).toBeNull();
    const event = await prisma.event.findFirstOrThrow({ where: { type: "member.joined", workspaceId: admin.workspaceId }, orderBy: { seq: "desc" } });
    expect(event.data).toMatchObject({ after: { role: "reader" }, domain: "good.org" });
  });

  it("joins with the account that there is, and still gives the second factor", async () => {
    const person = await outsider("known@good.org");
    const { secret } = await run(prisma, person, beginSecondFactor, {});
    await run(prisma, person, confirmSecondFactor, { code: codeAt(secret, new Date()) });
    const token = await asked(person.email);
    // Somebody else may have made the account, and wait for its holder to join.
    expect(await joinView(token)).toMatchObject({ account: "password" });
    await expect(joinAs(token, "N")).rejects.toMatchObject({ code: "forbidden", details: { fields: [expect.objectContaining({ field: "password" })] } });
    const { signIn } = await joinAs(token);
    const waiting = (await signInByLink(signIn, here, new Date()))?.id ?? "";
    expect([await actorOfSession(waiting, new Date()), (await awaitedPerson(waiting, new Date()))?.userId]).toEqual([null, person.userId]);
    expect(await prisma.membership.count({ where: { userId: person.userId } })).toBe(2);
    // Who has nothing left to join is helped to sign in.
    expect([await asked(person.email), letters.at(-1)?.text.includes("/sign-in/link?token=")]).toEqual(["", true]);
  });

  it("joins by a service outside that vouches for the address, too", async () => {
    const outcome = await signInFromOutside({ email: "oidc@good.org", name: "Ola Outside" }, here, new Date());
    const token = typeof outcome === "object" && "join" in outcome ? outcome.join : "";
    expect(await joinView(token)).toMatchObject({ email: "oidc@good.org", name: "Ola Outside" });
    await joinAs(token, "Ola Outside");
    expect(await signInFromOutside({ email: "oidc@good.org", name: "" }, here, new Date())).toMatchObject({ id: expect.any(String) });
    expect(await signInFromOutside({ email: "oidc@evil.com", name: "" }, here, new Date())).toBe("unknown");
  });

  it("has an hour for it, and only while the domain is listed and the workspace open", async () => {
    const token = await asked("late@good.org");
    await expect(runPublic(prisma, joinByDomain, { token, workspaceId: admin.workspaceId, name: "L" }, after(LINK_MINUTES.join + 1))).rejects.toMatchObject({
      code: "gone",
    });
    const other = await createWorkspace(prisma);
    await expect(joinAs(token, "L", other.id)).rejects.toMatchObject({ code: "gone" });
    await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { closedAt: new Date() } });
    expect([await joinView(token), await asked("later@good.org")]).toEqual([null, ""]);
    await prisma.workspace.update({ where: { id: admin.workspaceId }, data: { closedAt: null } });
    await run(prisma, admin, dropDomain, { domain: "good.org" });
    await expect(joinAs(token, "L")).rejects.toMatchObject({ code: "gone" });
    await run(prisma, admin, admitDomain, { domain: "good.org" });
    await tidy(after(LINK_MINUTES.join + 1));
    expect(await prisma.joinLink.count({ where: { email: "late@good.org" } })).toBe(0);
  });
});

describe("nobody else", () => {
  it("learns or gets anything: the answer is the same, and nothing is sent", async () => {
    const strangers = ["a@sub.good.org", "a@notgood.org", "a@good.org.evil.com", "a@xn--gd-fmca.org", "a@good.com"];
    const answers = [];
    for (const email of ["a@good.org", ...strangers]) answers.push(await runPublic(prisma, askToJoin, { email }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await sendLinks(new Date(), mailbox);
    expect(letters.map(({ to }) => to.address)).toEqual(["a@good.org"]);
  });

  it.each(["a@evil.com@good.org", '"a@evil.com"@good.org', "a@good.org.", "a@gооd.org", "a@good.org, b@evil.com", "a@good.org\nbcc: b@evil.com"])(
    "is %j",
    (email) => {
      expect(askToJoin.schema.safeParse({ email }).success).toBe(false);
    },
  );

  it("comes back who was banned, removed or suspended, or had their account deleted while a link was on its way", async () => {
    const people = { banned: await outsider("banned@good.org"), removed: await outsider("removed@good.org"), suspended: await outsider("suspended@good.org") };
    const { workspaceId } = admin;
    const links = { banned: await asked("banned@good.org"), suspended: await asked("suspended@good.org") };
    const { userId } = people.banned;
    const decision = await prisma.moderationDecision.create({
      data: { workspaceId, subject: "person", subjectId: userId, personId: userId, kind: "ban", before: {}, after: {}, byId: admin.userId },
    });
    const sanction = await prisma.sanction.create({ data: { workspaceId, userId, kind: "ban", decisionId: decision.id } });
    await joinAs(await asked(people.removed.email));
    await run(prisma, admin, removeMember, { userId: people.removed.userId });
    await prisma.user.update({ where: { id: people.suspended.userId }, data: { suspendedAt: new Date() } });
    for (const token of Object.values(links)) await expect(joinAs(token)).rejects.toMatchObject({ code: "gone" });
    letters.length = 0;
    for (const { email } of Object.values(people)) expect(await asked(email)).toBe("");
    // A ban that has ended keeps nobody out.
    await prisma.sanction.update({ where: { id: sanction.id }, data: { endedAt: new Date() } });
    expect(await asked("banned@good.org")).not.toBe("");
    await run(prisma, { ...(await createMember(prisma)), owner: true }, deletePerson, { userId });
    expect(await prisma.joinLink.count({ where: { email: "banned@good.org" } })).toBe(0);
  });

  it("is sent anything where no e-mail is set up: it is said at once", async () => {
    env.SMTP_URL = undefined;
    await expect(runPublic(prisma, askToJoin, { email: "a@good.org" })).rejects.toMatchObject({ code: "conflict" });
    env.SMTP_URL = "smtp://mail.example.org";
  });
});
