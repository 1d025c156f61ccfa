import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { exportedFile, ExportDocument } from "@/lib/queries/export-document";
import { SILENCE_MS } from "@/lib/queries/export-jobs";
import { dropExportFile, keepExportFile } from "@/lib/storage/export-files";
import { KEPT_MS } from "./export-jobs";

/** How often a job says how far it is, and hears whether it was cancelled, in milliseconds. */
const BEAT_MS = 500;
const INTERRUPTED = "The server stopped while it made this file. Nothing was kept; try again.";

interface TakenJob {
  id: string;
  workspaceId: string;
  userId: string;
  request: unknown;
}

/**
 * Makes the file that has waited longest, of those for whom the fewest are being made, and says whether there was one. Those of a closed workspace wait. What
 * broke unexpectedly is thrown after it was taken down in the job. Safe to run in several processes at once: each takes another job.
 */
export async function makeNextExport(now: Date): Promise<boolean> {
  const prisma = await db();
  await prisma.exportJob.updateMany({
    where: { state: "running", beatAt: { lt: new Date(now.getTime() - SILENCE_MS) } },
    data: { state: "failed", problem: INTERRUPTED },
  });
  const [job] = await prisma.$queryRaw<TakenJob[]>`
    UPDATE "ExportJob" SET "state" = 'running', "beatAt" = ${now.toISOString()}::timestamp
    WHERE "id" = (
      SELECT "id" FROM "ExportJob" AS "job" WHERE "state" = 'queued' AND EXISTS (SELECT 1 FROM "Workspace" AS "own" WHERE "own"."id" = "job"."workspaceId" AND "own"."closedAt" IS NULL)
      ORDER BY (SELECT count(*) FROM "ExportJob" AS "own" WHERE "own"."state" = 'running' AND "own"."userId" = "job"."userId"), "createdAt", "id"
      LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "workspaceId", "userId", "request"`;
  if (!job) return false;
  await make(job);
  return true;
}

class Cancelled extends Error {}

async function make(job: TakenJob): Promise<void> {
  const prisma = await db();
  const running = { id: job.id, state: "running" as const };
  const stop = new AbortController();
  let progress = 0;
  const beat = async (): Promise<void> => {
    const { count } = await prisma.exportJob.updateMany({ where: running, data: { beatAt: new Date(), progress } });
    if (count === 0) stop.abort(new Cancelled());
  };
  // A beat that fails is not the end: the next one may get through.
  const beats = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  try {
    const actor = await owner(job);
    const file = await exportedFile(actor, ExportDocument.parse(job.request), { signal: stop.signal, onProgress: (percent) => (progress = percent) });
    progress = 95;
    await keepExportFile(job.id, file.body);
    const done = { state: "done" as const, progress: 100, type: file.type, filename: file.filename, size: Buffer.byteLength(file.body) };
    const { count } = await prisma.exportJob.updateMany({ where: running, data: { ...done, expiresAt: new Date(Date.now() + KEPT_MS) } });
    if (count === 0) await dropExportFile(job.id);
  } catch (error) {
    if (error instanceof Cancelled) return;
    const problem = error instanceof AppError ? error.message : "The file could not be made, and nothing was kept. Try again.";
    await prisma.exportJob.updateMany({ where: running, data: { state: "failed", problem } });
    if (!(error instanceof AppError) || error.cause !== undefined) throw error;
  } finally {
    clearInterval(beats);
  }
}

/** Who asked, with the role of this moment. Throws `forbidden` when there is no such member any more. */
async function owner({ userId, workspaceId }: TakenJob): Promise<Actor> {
  const prisma = await db();
  const member = await prisma.membership.findFirst({
    where: { userId, workspaceId, user: { suspendedAt: null } },
    select: { role: true, user: { select: { name: true, email: true } } },
  });
  if (!member) throw new AppError("forbidden", "Whoever asked for this file is not a member any more.");
  return { userId, workspaceId, sessionId: "", role: member.role, ...member.user };
}
