import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Email, requiredLine } from "@/lib/domain/fields";
import { HANDED_LINK_HOURS } from "@/lib/domain/token";
import { record } from "@/lib/events/record";
import { NewPassword } from "./account-fields";
import { dropHandedLinks, issueToken } from "./account-tokens";
import { expectUncommon, hashPassword, NO_PASSWORD } from "./password";
import { proveAddress } from "./prove-address";
import { dropSecondFactor } from "./second-factor";
import { addScaleTemplates } from "./set-up-workspace";

export const CreateAdmin = z.object({
  email: Email,
  /** Needed for a new account only. */
  name: requiredLine(100).optional(),
  /** The name or the id of a workspace; made when there is none at all. */
  workspace: requiredLine(100).optional(),
  /** Without it a link is answered by which one is set. */
  password: NewPassword.optional(),
  dropSecondFactor: z.boolean().default(false),
});

interface CreatedAdmin {
  workspace: string;
  /** Whether the account was there before. */
  known: boolean;
  /** Whether the address was proven by this, and what opened the account before was cut off. */
  cutOff: boolean;
  /** Of the link by which the password is set; null when it was given. */
  token: string | null;
}

/** Hashes the password, which takes its time, before the transaction opens. Throws `invalid` for a common one. */
export async function adminPasswordHash({ email, password }: z.output<typeof CreateAdmin>): Promise<string | null> {
  if (password === undefined) return null;
  expectUncommon(password, email);
  return hashPassword(password);
}

/**
 * Makes an admin, for whoever runs the machine: a new account, or one that is there and becomes admin, which is also the way back for somebody who is locked out.
 * A given password ends the sessions of the account. Throws `invalid`, and `not_found` for an unknown workspace.
 */
export async function createAdmin(tx: Tx, input: z.output<typeof CreateAdmin>, passwordHash: string | null, now: Date): Promise<CreatedAdmin> {
  const known = await tx.user.findUnique({ where: { email: input.email }, select: { id: true, demo: true } });
  if (known?.demo) throw new AppError("invalid", "This is a demo account. Choose another address.");
  if (!known && input.name === undefined) throw new AppError("invalid", "There is no account with this address yet: give the name of its person, too.");
  const workspace = await workspaceFor(tx, input.workspace);
  // Somebody has to run the instance: whoever comes first.
  const owner = (await tx.user.count({ where: { owner: true } })) === 0;
  const account = { email: input.email, name: input.name ?? "", passwordHash: passwordHash ?? NO_PASSWORD, owner, provenAt: now };
  const userId = known?.id ?? (await tx.user.create({ data: account, select: { id: true } })).id;
  // Whoever runs the machine vouches for the address, and it is its owner who gets the account.
  const cutOff = known !== null && (await proveAddress(tx, userId, now));
  if (known) await reopen(tx, userId, input.dropSecondFactor, passwordHash, now);
  const actor = { userId, workspaceId: workspace.id };
  if (workspace.made) await record(tx, actor, { type: "workspace.created", after: { name: workspace.name } });
  await makeAdmin(tx, actor);
  // Whoever comes with the printed link of the setup page now finds an account.
  await tx.instance.updateMany({ where: { id: 1 }, data: { setupTokenHash: null } });
  if (passwordHash !== null) return { workspace: workspace.name, known: known !== null, cutOff, token: null };
  const token = await issueToken(tx, { kind: "set_password", userId, expiresAt: new Date(now.getTime() + HANDED_LINK_HOURS * 60 * 60 * 1000) });
  await record(tx, actor, { type: "password.link_made", ids: { userId } });
  return { workspace: workspace.name, known: known !== null, cutOff, token };
}

async function reopen(tx: Tx, userId: string, withoutFactor: boolean, passwordHash: string | null, now: Date): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { suspendedAt: null, ...(passwordHash === null ? {} : { passwordHash }) }, select: { id: true } });
  await dropHandedLinks(tx, userId);
  if (withoutFactor) await dropSecondFactor(tx, userId);
  if (passwordHash !== null || withoutFactor) await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
}

async function makeAdmin(tx: Tx, { userId, workspaceId }: { userId: string; workspaceId: string }): Promise<void> {
  const member = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
  if (member?.role === "admin") return;
  await tx.membership.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, role: "admin" },
    update: { role: "admin" },
  });
  if (!member) await record(tx, { userId, workspaceId }, { type: "member.joined", after: { role: "admin" } });
  else await record(tx, { userId, workspaceId }, { type: "member.role_changed", before: { role: member.role }, after: { role: "admin" }, ids: { userId } });
}

async function workspaceFor(tx: Tx, wanted: string | undefined): Promise<{ id: string; name: string; made: boolean }> {
  const all = await tx.workspace.findMany({ where: { closedAt: null }, select: { id: true, name: true }, orderBy: { createdAt: "asc" } });
  const fitting = wanted === undefined ? all : all.filter(({ id, name }) => id === wanted || name === wanted);
  const [first] = fitting;
  if (first && fitting.length === 1) return { ...first, made: false };
  if ((await tx.workspace.count()) === 0) {
    if (wanted === undefined) throw new AppError("invalid", "There is no workspace yet: give the name of the first one, too.");
    const made = await tx.workspace.create({ data: { name: wanted }, select: { id: true, name: true } });
    await addScaleTemplates(tx, made.id);
    return { ...made, made: true };
  }
  const list = all.map(({ id, name }) => `  ${name} (${id})`).join("\n");
  throw new AppError(first ? "invalid" : "not_found", `Say which workspace, by its name or id:\n${list}`);
}
