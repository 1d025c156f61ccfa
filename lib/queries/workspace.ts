import { db } from "@/lib/db/client";
import { ROLES, type Actor, type Role } from "@/lib/domain/role";
import { env } from "@/lib/env";

/** The name of the actor's workspace. */
export async function workspaceName(actor: Actor): Promise<string> {
  const prisma = await db();
  const workspace = await prisma.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { name: true } });
  return workspace.name;
}

/** True once this installation has an account; until then only the set-up page has a use. */
export async function isSetUp(): Promise<boolean> {
  const prisma = await db();
  return (await prisma.user.findFirst({ select: { id: true } })) !== null;
}

export interface DemoAccountView {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** The accounts that everybody may use, lowest role first; none unless this instance is a demo. */
export async function demoAccounts(): Promise<DemoAccountView[]> {
  if (!env.ASSAY_DEMO) return [];
  const prisma = await db();
  const members = await prisma.membership.findMany({
    where: { user: { demo: true } },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  const accounts = members.map(({ role, user }) => ({ ...user, role }));
  return accounts.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}
