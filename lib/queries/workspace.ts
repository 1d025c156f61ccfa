import { db } from "@/lib/db/client";
import { ROLES, type Role } from "@/lib/domain/role";
import { env } from "@/lib/env";

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
    take: 100,
  });
  // Each once, with the role in the workspace of the demo: they may have joined others since.
  const accounts = [...new Map(members.toReversed().map(({ role, user }) => [user.id, { ...user, role }])).values()];
  return accounts.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}
