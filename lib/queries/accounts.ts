import type { Tx } from "@/lib/db/client";
import type { AccountState } from "@/lib/policies/workspace";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { inForce } from "./sanctions";

/** The accounts of these members of the actor's workspace, by their ids, as far as it matters for resetting them. */
export async function accountStates(tx: Tx, actor: Actor, ids: readonly string[], now: Date): Promise<Map<string, AccountState>> {
  const { userId, workspaceId } = actor;
  const users = await tx.user.findMany({
    where: { id: { in: [...ids] }, memberships: { some: { workspaceId } } },
    select: {
      id: true,
      demo: true,
      owner: true,
      // A workspace where the actor is no admin, or is kept from being one.
      memberships: {
        where: { NOT: { workspace: { memberships: { some: { userId, role: "admin" } }, sanctions: { none: { userId, ...inForce(now) } } } } },
        select: { id: true },
        take: 1,
      },
    },
  });
  return new Map(users.map(({ id, demo, owner, memberships }) => [id, { userId: id, demo, elsewhere: owner || memberships.length > 0 }]));
}

/** The account of a member of the actor's workspace. Throws `not_found`. */
export async function accountInScope(tx: Tx, actor: Actor, userId: string, now: Date): Promise<AccountState> {
  const account = (await accountStates(tx, actor, [userId], now)).get(userId);
  if (!account) throw new AppError("not_found", "This workspace has no such member.");
  return account;
}
