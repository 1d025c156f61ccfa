import type { Tx } from "@/lib/db/client";

/** Has the streams of those who moderate look whether something else waits for them, once the transaction is committed. */
export async function knockModerators(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_notify('assay_notifications', "userId")::text FROM "Membership" WHERE "workspaceId" = ${workspaceId} AND "role"::text IN ('editor', 'admin')`;
}
