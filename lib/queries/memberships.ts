import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { OPEN_WORKSPACE } from "@/lib/db/scopes";
import type { Actor, Role } from "@/lib/domain/role";

/** Memberships that open a door: nobody gets into a closed workspace. */
export const OPEN = { workspace: OPEN_WORKSPACE } satisfies Prisma.MembershipWhereInput;

/** The workspace that the person opened last comes first, then that of which they have been a member for longest. */
export const LAST_OPENED = [
  { openedAt: { sort: "desc", nulls: "last" } },
  { createdAt: "asc" },
  { id: "asc" },
] satisfies Prisma.MembershipOrderByWithRelationInput[];

/** A workspace of the actor's. */
export interface OwnWorkspace {
  id: string;
  name: string;
  role: Role;
}

/** The workspaces that the person can open, by name. */
export async function ownWorkspaces({ userId }: Pick<Actor, "userId">): Promise<OwnWorkspace[]> {
  const prisma = await db();
  const memberships = await prisma.membership.findMany({
    where: { userId, ...OPEN },
    select: { role: true, workspace: { select: { id: true, name: true } } },
    orderBy: [{ workspace: { name: "asc" } }, { id: "asc" }],
  });
  return memberships.map(({ role, workspace }) => ({ ...workspace, role }));
}

/** One's own workspaces, and in which one is. */
export const listOwnWorkspaces = query(
  z.object({}),
  { summary: "List one's own workspaces, and say in which one is.", sanctioned: "any", anywhere: true },
  async (actor) => ({ current: actor.workspaceId, items: await ownWorkspaces(actor) }),
);

/** The workspace of a document that is in another one of the person's own; null when it is in none, which looks the same as no document at all. */
export async function workspaceElsewhere({ userId, workspaceId }: Pick<Actor, "userId" | "workspaceId">, documentId: string): Promise<OwnWorkspace | null> {
  const prisma = await db();
  const document = await prisma.document.findFirst({
    where: { id: documentId, deletedAt: null, workspaceId: { not: workspaceId }, workspace: { ...OPEN_WORKSPACE, memberships: { some: { userId } } } },
    select: { workspace: { select: { id: true, name: true, memberships: { where: { userId }, select: { role: true } } } } },
  });
  const role = document?.workspace.memberships[0]?.role;
  return document && role ? { id: document.workspace.id, name: document.workspace.name, role } : null;
}
