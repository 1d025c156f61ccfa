import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { ExportJobView } from "@/lib/domain/export-job";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { exportFile } from "@/lib/storage/export-files";
import { ExportDocument, formatIn, mayExport } from "./export-document";

/** After so long without a sign of the process that makes it, a file will not come, in milliseconds. */
export const SILENCE_MS = 20_000;

const jobSelect = {
  id: true,
  documentId: true,
  request: true,
  state: true,
  progress: true,
  problem: true,
  filename: true,
  type: true,
  size: true,
  createdAt: true,
  expiresAt: true,
} as const satisfies Prisma.ExportJobSelect;

type JobRow = Prisma.ExportJobGetPayload<{ select: typeof jobSelect }>;

/** One's own job of a document that is still there. Throws `not_found`. */
export async function ownJob(tx: Tx, actor: Actor, id: string): Promise<JobRow> {
  const job = await tx.exportJob.findFirst({
    where: { id, userId: actor.userId, workspaceId: actor.workspaceId, expiresAt: { gt: new Date() }, document: { deletedAt: null } },
    select: jobSelect,
  });
  if (!job) throw new AppError("not_found", "This file does not exist, or is not kept any more. Make it again.");
  return job;
}

/** The job as its owner sees it. */
export function toJobView({ type: _, request, createdAt, expiresAt, ...row }: JobRow): ExportJobView {
  const { format, audience } = ExportDocument.parse(request);
  return { ...row, format, name: formatIn({ format }).name, audience, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

export const ListExports = z.object({ documentId: Id });

/** One's own files of a document that are made or kept, the latest first. */
export const listExports = query(ListExports, { summary: "List one's own files of a document that are being made or kept." }, async (actor, { documentId }) => {
  const prisma = await db();
  await documentInScope(prisma, actor, documentId);
  const rows = await prisma.exportJob.findMany({
    where: { documentId, userId: actor.userId, workspaceId: actor.workspaceId, state: { not: "cancelled" }, expiresAt: { gt: new Date() } },
    select: jobSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 10,
  });
  return rows.map(toJobView);
});

export const GetExport = z.object({ exportId: Id });

/** How far one's own file is. */
export const getExport = query(GetExport, { summary: "Read how far one's own file is." }, async (actor, { exportId }) =>
  toJobView(await ownJob(await db(), actor, exportId)),
);

/** The finished file. What one may have is asked again. */
export const downloadExport = query(GetExport, { summary: "Download one's own finished file." }, async (actor, { exportId }) => {
  const job = await ownJob(await db(), actor, exportId);
  mayExport(actor, ExportDocument.parse(job.request));
  if (job.state !== "done" || job.filename === null || job.type === null) throw new AppError("conflict", "This file is not finished.");
  const body = await exportFile(job.id);
  if (!body) throw new AppError("not_found", "This file is not kept any more. Make it again.");
  return new FileResult({ type: job.type, filename: job.filename, body });
});
