import { z } from "zod";
import { documentInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import type { ExportJobView } from "@/lib/domain/export-job";
import { Id } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { ExportDocument, formatIn, mayExport, takenOut } from "@/lib/queries/export-document";
import { ownJob, toJobView } from "@/lib/queries/export-jobs";
import { dropExportFile } from "@/lib/storage/export-files";
import { command, type CommandContext } from "./command";

/** For so long a file is kept, in milliseconds. */
export const KEPT_MS = 12 * 60 * 60 * 1000;
/** The most files that wait for one person: far more than somebody asks for, and few enough that a program gone wrong does not fill the table. */
const MOST_UNDER_WAY = 50;

/** Lets a file be made while one goes on. The process that makes it finds it in the table. */
export const startExport = command(
  ExportDocument,
  { summary: "Let a file of a document be made while one goes on, as a job.", status: 201, makesFile: true },
  async (context, input) => queueExport(context, input),
);

export const RepeatExport = z.object({ exportId: Id });

/** Makes the same file anew, of how the document stands now. */
export const repeatExport = command(
  RepeatExport,
  { summary: "Make one's own file anew, with the same wishes.", status: 201, makesFile: true },
  async (context, { exportId }) => {
    const { id, request } = await ownJob(context.tx, context.actor, exportId);
    await context.tx.exportJob.update({ where: { id }, data: { state: "cancelled" } });
    return queueExport(context, ExportDocument.parse(request));
  },
);

async function queueExport({ actor, tx, now }: CommandContext, input: z.output<typeof ExportDocument>): Promise<ExportJobView> {
  formatIn(input);
  const document = await documentInScope(tx, actor, input.documentId);
  mayExport(actor, input);
  const underWay = await tx.exportJob.count({ where: { userId: actor.userId, state: { in: ["queued", "running"] }, expiresAt: { gt: now } } });
  if (underWay >= MOST_UNDER_WAY)
    throw new AppError("busy", `${String(MOST_UNDER_WAY)} files are already being made for you. Wait for one of them, or cancel one.`, { retryAfter: 10 });
  const { states, ...rest } = input;
  const { id } = await tx.exportJob.create({
    data: {
      workspaceId: actor.workspaceId,
      documentId: document.id,
      userId: actor.userId,
      request: { ...rest, ...(states ? { states: states.join(",") } : {}) },
      expiresAt: new Date(now.getTime() + KEPT_MS),
    },
    select: { id: true },
  });
  await record(tx, actor, takenOut(input));
  return toJobView(await ownJob(tx, actor, id));
}

export const EndExport = z.object({ exportId: Id });

/** Cancels one's own file while it is made, and deletes it afterwards. */
export const endExport = command(EndExport, { summary: "Cancel one's own file, or delete it once it is made." }, async ({ actor, tx }, { exportId }) => {
  const job = await ownJob(tx, actor, exportId);
  await tx.exportJob.update({ where: { id: job.id }, data: { state: "cancelled" } });
  await dropExportFile(job.id);
  return toJobView({ ...job, state: "cancelled" });
});
