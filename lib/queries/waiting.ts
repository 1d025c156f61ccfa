import { db } from "@/lib/db/client";
import type { WaitingMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import { myWork } from "./my-work";
import { unreadCount } from "./notifications";
import { inSight } from "./notifications-in-sight";

/** What waits for the viewer now. */
export async function waitingFor(viewer: Actor): Promise<WaitingMessage> {
  const prisma = await db();
  const newest = await prisma.notification.findFirst({
    where: inSight(viewer),
    select: { id: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return { kind: "waiting", unread: await unreadCount(prisma, viewer), newest: newest?.id ?? null, work: (await myWork(viewer)).total };
}
