import { db, type Tx } from "@/lib/db/client";
import type { WaitingMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import { moderationPolicy } from "@/lib/policies/moderation";
import { myWork } from "./my-work";
import { unreadCount } from "./notifications";
import { inSight } from "./notifications-in-sight";

/** What is another whenever the queue is. */
async function queueMark(tx: Tx, viewer: Actor): Promise<string | null> {
  if (!moderationPolicy.moderate(viewer)) return null;
  const { workspaceId } = viewer;
  const decision = await tx.moderationDecision.findFirst({ where: { workspaceId }, select: { id: true }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const flags = await tx.flag.count({ where: { workspaceId, settledAt: null } });
  const appeals = await tx.appeal.count({ where: { workspaceId, settledAt: null } });
  return [decision?.id ?? "", flags, appeals].join(" ");
}

/** What waits for the viewer now. */
export async function waitingFor(viewer: Actor): Promise<WaitingMessage> {
  const prisma = await db();
  const newest = await prisma.notification.findFirst({
    where: inSight(viewer),
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return {
    kind: "waiting",
    unread: await unreadCount(prisma, viewer),
    newest: newest?.id ?? null,
    work: (await myWork(viewer)).total,
    queue: await queueMark(prisma, viewer),
  };
}
