import { NO_PASSWORD } from "@/lib/commands/password";
import { hashToken } from "@/lib/commands/token";
import { db, type Tx } from "@/lib/db/client";
import { domainOf } from "@/lib/domain/join-domain";
import { SHUTTING_OUT } from "@/lib/domain/moderation";
import type { Role } from "@/lib/domain/role";
import { OPEN } from "./memberships";
import { inForce } from "./sanctions";

/** A workspace that somebody may join by the domain of their address. */
export interface JoinableWorkspace {
  id: string;
  name: string;
  role: Role;
}

/**
 * The workspaces that the holder of the address may join by its domain, by name: none of their own, none that shut them out, and none that removed them, which
 * only an invitation makes up for. The address is taken to be theirs.
 */
export async function joinableWorkspaces(tx: Tx, email: string, now: Date): Promise<JoinableWorkspace[]> {
  const domain = domainOf(email);
  if (domain === null) return [];
  const user = await tx.user.findUnique({ where: { email }, select: { id: true, suspendedAt: true, demo: true } });
  if (user?.suspendedAt || user?.demo) return [];
  const shut = user && {
    memberships: { none: { userId: user.id } },
    sanctions: { none: { userId: user.id, kind: { in: [...SHUTTING_OUT] }, ...inForce(now) } },
  };
  const rows = await tx.joinDomain.findMany({
    where: { domain, workspace: { ...OPEN.workspace, ...shut } },
    select: { role: true, workspace: { select: { id: true, name: true } } },
    orderBy: [{ workspace: { name: "asc" } }, { workspaceId: "asc" }],
  });
  const joinable: JoinableWorkspace[] = [];
  for (const { role, workspace } of rows) if (!user || !(await wasRemoved(tx, workspace.id, user.id))) joinable.push({ ...workspace, role });
  return joinable;
}

/** Whether the last that the log says of the person's coming and going is that somebody removed them. */
async function wasRemoved(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  const last = await tx.event.findFirst({
    where: {
      workspaceId,
      OR: [
        { type: "member.joined", actorId: userId },
        { type: "member.removed", data: { path: ["userId"], equals: userId } },
      ],
    },
    orderBy: { seq: "desc" },
    select: { type: true },
  });
  return last?.type === "member.removed";
}

/** What the link's holder sees before joining. Nothing is used up: programs that look into letters open links, too. */
export interface JoinView {
  email: string;
  /** What they are called, as far as it is known. */
  name: string;
  /** Whether there is an account with the address already, and whether it has a password, which is asked for then. */
  account: "none" | "password" | "no_password";
  workspaces: JoinableWorkspace[];
}

/** The same; null when the link does not work any more. */
export async function joinView(token: string): Promise<JoinView | null> {
  const prisma = await db();
  const now = new Date();
  const link = await prisma.joinLink.findUnique({ where: { tokenHash: hashToken(token), expiresAt: { gt: now } }, select: { email: true, name: true } });
  if (!link) return null;
  const workspaces = await joinableWorkspaces(prisma, link.email, now);
  if (workspaces.length === 0) return null;
  const user = await prisma.user.findUnique({ where: { email: link.email }, select: { passwordHash: true } });
  return { ...link, account: user === null ? "none" : user.passwordHash === NO_PASSWORD ? "no_password" : "password", workspaces };
}

/** Whether there is any domain by which somebody may join, whoever asks. */
export async function admitsByDomain(): Promise<boolean> {
  return (await (await db()).joinDomain.count({ where: OPEN })) > 0;
}
