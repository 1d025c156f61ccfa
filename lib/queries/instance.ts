import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { line } from "@/lib/domain/fields";
import type { InstancePerson, InstanceWorkspace, WorkspaceMakers } from "@/lib/domain/instance";
import type { Actor } from "@/lib/domain/role";
import { authorize } from "@/lib/policies/authorize";
import { instancePolicy } from "@/lib/policies/instance";
import { inForce } from "./sanctions";

const PAGE = 50;

export const ListInstancePeople = z.object({ q: line(200).optional(), page: z.coerce.number().int().min(1).max(100_000).default(1) });

interface InstancePeople {
  items: InstancePerson[];
  total: number;
  pageSize: number;
}

export interface InstanceView {
  workspaceMakers: WorkspaceMakers;
  workspaces: InstanceWorkspace[];
}

/** Who may make workspaces. */
export async function workspaceMakers(tx: Tx): Promise<WorkspaceMakers> {
  return (await tx.instance.findUnique({ where: { id: 1 }, select: { workspaceMakers: true } }))?.workspaceMakers ?? "owner";
}

/** True when the person may make a workspace. */
export async function mayMakeWorkspaces(actor: Actor): Promise<boolean> {
  return instancePolicy.makeWorkspaces(actor, actor.owner ? "owner" : await workspaceMakers(await db()));
}

/** Throws `forbidden` for who may not see how the server is. */
export async function expectSystem(tx: Tx, actor: Actor): Promise<void> {
  authorize(instancePolicy, actor, "seeSystem", { workspaces: await tx.workspace.count() });
}

/** True when the person may see how the server is. */
export async function maySeeSystem(actor: Actor): Promise<boolean> {
  return instancePolicy.seeSystem(actor, { workspaces: actor.role === "admin" && !actor.owner ? await (await db()).workspace.count() : 0 });
}

/** An admin who may come in. */
export const ableAdmin = (workspaceId: string, now: Date) =>
  ({ role: "admin", user: { suspendedAt: null, sanctions: { none: { workspaceId, ...inForce(now) } } } }) satisfies Prisma.MembershipWhereInput;

/** The workspaces and settings of the instance. Throws `forbidden` to all but its owner. */
export async function instanceView(tx: Tx, actor: Actor): Promise<InstanceView> {
  authorize(instancePolicy, actor, "run");
  const rows = await tx.workspace.findMany({
    select: {
      ...{ id: true, name: true, version: true, createdAt: true, closedAt: true },
      memberships: {
        where: { role: "admin", user: { suspendedAt: null } },
        select: { user: { select: { id: true, name: true, sanctions: { where: inForce(new Date()), select: { workspaceId: true } } } } },
        orderBy: { createdAt: "asc" },
      },
      _count: { select: { memberships: true, documents: { where: { deletedAt: null } } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const workspaces = rows.map(({ memberships, _count, createdAt, closedAt, ...rest }): InstanceWorkspace => ({
    ...rest,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    members: _count.memberships,
    documents: _count.documents,
    admins: memberships.flatMap(({ user: { sanctions, ...user } }) => (sanctions.some(({ workspaceId }) => workspaceId === rest.id) ? [] : [user])),
  }));
  return { workspaceMakers: await workspaceMakers(tx), workspaces };
}

/** The same, for programs. */
export const getInstance = query(z.object({}), { summary: "Read the workspaces and settings of the instance." }, async (actor) =>
  instanceView(await db(), actor),
);

/** The accounts of the instance, by name; each word must stand in the name or the address. */
export const listInstancePeople = query(ListInstancePeople, { summary: "List the people of the instance." }, async (actor, input): Promise<InstancePeople> => {
  authorize(instancePolicy, actor, "run");
  const prisma = await db();
  const words = (input.q ?? "").split(" ").filter((word) => word !== "");
  const where: Prisma.UserWhereInput = {
    deletedAt: null,
    AND: words.slice(0, 8).map((word) => {
      const contains = { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
      return { OR: [{ name: contains }, { email: contains }] };
    }),
  };
  const [rows, total] = await Promise.all([
    prisma.user.findMany({ where, select: personSelect, orderBy: [{ name: "asc" }, { id: "asc" }], take: PAGE, skip: (input.page - 1) * PAGE }),
    prisma.user.count({ where }),
  ]);
  return { items: rows.map(toPerson), total, pageSize: PAGE };
});

const personSelect = {
  ...{ id: true, name: true, email: true, owner: true, suspendedAt: true },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
  memberships: { select: { role: true, workspace: { select: { id: true, name: true, closedAt: true } } }, orderBy: { createdAt: "asc" } },
} satisfies Prisma.UserSelect;

function toPerson({ sessions, memberships, suspendedAt, ...rest }: Prisma.UserGetPayload<{ select: typeof personSelect }>): InstancePerson {
  return {
    ...rest,
    suspendedAt: suspendedAt?.toISOString() ?? null,
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
    workspaces: memberships.map(({ role, workspace: { closedAt, ...workspace } }) => ({ ...workspace, role, closed: closedAt !== null })),
  };
}
