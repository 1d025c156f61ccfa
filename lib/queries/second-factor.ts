import { NO_PASSWORD } from "@/lib/commands/password";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import type { SecondFactorView } from "@/lib/domain/second-factor";

/** How it stands with the actor's own second factor. */
export async function secondFactorView(actor: Actor): Promise<SecondFactorView> {
  const prisma = await db();
  const [user, workspace] = await Promise.all([
    prisma.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { demo: true, passwordHash: true, secondFactor: { select: { confirmedAt: true } }, _count: { select: { recoveryCodes: true } } },
    }),
    prisma.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { secondFactorRequired: true } }),
  ]);
  const since = user.secondFactor?.confirmedAt ?? null;
  return {
    state: user.demo ? "impossible" : since ? "on" : "off",
    since: since?.toISOString() ?? null,
    recoveryCodesLeft: user._count.recoveryCodes,
    required: workspace.secondFactorRequired,
    hasPassword: user.passwordHash !== NO_PASSWORD,
  };
}
