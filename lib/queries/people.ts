import { domainToUnicode } from "node:url";
import { z } from "zod";
import { query } from "@/lib/commands/command";
import { invitedBy } from "@/lib/commands/token";
import { db } from "@/lib/db/client";
import type { Actor, Role } from "@/lib/domain/role";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { accountStates } from "./accounts";
import { OPEN } from "./memberships";

export interface PeopleView {
  members: { id: string; name: string; email: string; role: Role; joinedAt: string; secondFactor: boolean; can: { reset: boolean } }[];
  invitations: { id: string; role: Role; email: string | null; invitedBy: string; expiresAt: string }[];
  /** By which people may join by themselves, as the network knows them and as people write them; for whoever may change them. */
  domains: { domain: string; written: string; role: Role }[];
  can: { admitDomains: boolean; invite: boolean; changeRoles: boolean; remove: boolean };
}

/** The members, the open invitations, and who else may join. Throws `forbidden` below editor. */
export async function peopleView(actor: Actor): Promise<PeopleView> {
  authorize(workspacePolicy, actor, "seePeople");
  const prisma = await db();
  const now = new Date();
  const [members, invitations, domains] = await Promise.all([
    prisma.membership.findMany({
      where: { workspaceId: actor.workspaceId },
      select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true, secondFactor: { select: { confirmedAt: true } } } } },
      orderBy: { user: { name: "asc" } },
    }),
    prisma.invitation.findMany({
      where: { workspaceId: actor.workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      select: { id: true, role: true, email: true, expiresAt: true, invitedBy: { select: { name: true } } },
      orderBy: { createdAt: "desc" },
    }),
    workspacePolicy.admitDomains(actor)
      ? prisma.joinDomain.findMany({ where: { workspaceId: actor.workspaceId }, select: { domain: true, role: true }, orderBy: { domain: "asc" } })
      : [],
  ]);
  const ids = workspacePolicy.resetAccounts(actor) ? members.map(({ user }) => user.id) : [];
  const accounts = await accountStates(prisma, actor, ids, now);
  const canReset = (id: string) => {
    const account = accounts.get(id);
    return account !== undefined && workspacePolicy.resetAccount(actor, account);
  };
  return {
    members: members.map(({ role, createdAt, user: { secondFactor, ...user } }) => ({
      ...user,
      secondFactor: Boolean(secondFactor?.confirmedAt),
      role,
      joinedAt: createdAt.toISOString(),
      can: { reset: canReset(user.id) },
    })),
    invitations: invitations.map(({ invitedBy, expiresAt, ...rest }) => ({ ...rest, invitedBy: invitedBy.name, expiresAt: expiresAt.toISOString() })),
    domains: domains.map(({ domain, role }) => ({ domain, written: domainToUnicode(domain), role })),
    can: {
      admitDomains: workspacePolicy.admitDomains(actor),
      invite: workspacePolicy.invite(actor),
      changeRoles: workspacePolicy.changeRoles(actor),
      remove: workspacePolicy.removeMembers(actor),
    },
  };
}

/** The members and the open invitations. */
export const listPeople = query(z.object({}), { summary: "List members and open invitations." }, (actor) => peopleView(actor));

interface InvitationView {
  role: Role;
  /** The address that it was made for, if it names one. */
  email: string | null;
  workspace: { id: string; name: string };
}

/** What an invitation's holder sees before joining; null when the link is worthless. */
export async function invitationView(token: string): Promise<InvitationView | null> {
  const prisma = await db();
  const invitation = await prisma.invitation.findFirst({
    where: { ...invitedBy(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() }, ...OPEN },
    select: { role: true, email: true, workspace: { select: { id: true, name: true } } },
  });
  return invitation;
}
