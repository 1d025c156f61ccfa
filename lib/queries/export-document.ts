import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { AppError, invalidField } from "@/lib/domain/errors";
import { takesLong } from "@/lib/domain/export-job";
import { Id } from "@/lib/domain/fields";
import { REPORTED_STATES } from "@/lib/domain/publication";
import type { Actor } from "@/lib/domain/role";
import type { DocumentView, PersonView } from "@/lib/domain/views";
import { env } from "@/lib/env";
import { record, type NewEvent } from "@/lib/events/record";
import { exportFilename } from "@/lib/exporters/filename";
import { EXPORT_FORMATS } from "@/lib/exporters/formats";
import { buildReport, type ReportRecords, type ReportSource } from "@/lib/exporters/report";
import type { ExportPart } from "@/lib/exporters/worker";
import { writeInWorker } from "@/lib/exporters/worker-pool";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { agreementFigures } from "./agreement";
import { documentView } from "./document";
import { documentHistory } from "./document-history";
import { documentRecords } from "./document-records";
import { inSlices } from "./in-slices";
import { reportClaims } from "./report-claims";
import { reportSnapshots } from "./report-snapshots";
import { publishedFacts } from "./published-facts";
import { listThreads } from "./threads";

const Flag = z
  .union([z.boolean(), z.enum(["true", "false"])])
  .default(false)
  .transform((value) => value === true || value === "true");

export const ExportDocument = z.object({
  documentId: Id,
  format: z.string(),
  /** "reader": claims that are decided, or were and are voided, nothing of the desk; "desk": the working states too. */
  audience: z.enum(["reader", "desk"]).default("reader"),
  /** States, with commas between; the decided ones and the voided unless said. */
  states: z
    .string()
    .transform((value) => value.split(","))
    .pipe(z.array(z.enum(CLAIM_STATES)))
    .optional(),
  confidential: Flag,
  assessments: Flag,
  /** Bundles: with what sources said when they were read. */
  snapshots: Flag.default(true),
  /** Begin CSV with a byte order mark, for spreadsheet programs. */
  bom: Flag,
});

/** Takes the annotated document out as a file, at once. Throws `too_large` for one that takes long: that is made as a job. */
export const exportDocument = query(
  ExportDocument,
  {
    summary: "Take a document out as a file, in one of the formats. What would take over a second is refused with too_large: let it be made by POST …/exports.",
    makesFile: true,
  },
  async (actor, input) => {
    await expectSoon(actor, input);
    const file = await exportedFile(actor, input);
    await record(await db(), actor, takenOut(input));
    return new FileResult(file);
  },
);

/** Throws `too_large` when the file takes longer than somebody should wait for an answer, and as exportedFile does. */
async function expectSoon(actor: Actor, input: z.output<typeof ExportDocument>): Promise<void> {
  const { heavy = false } = formatIn(input);
  const prisma = await db();
  const { id: documentId, wordCount: words } = await documentInScope(prisma, actor, input.documentId);
  const states = [...(input.states ?? REPORTED_STATES)];
  const claims = await prisma.claim.count({ where: { documentId, deletedAt: null, state: { in: states } } });
  if (takesLong({ heavy, claims, words }))
    throw new AppError(
      "too_large",
      `This file takes longer than a request should. Let it be made by POST /api/v1/documents/${documentId}/exports with the same wishes, and fetch it when it is done.`,
    );
}

/** That a document was taken out, for the log: what leaves the desk is known to it. It is no change of the document, and is not told as one. */
export function takenOut({ documentId, format, audience, confidential, assessments }: z.output<typeof ExportDocument>): NewEvent {
  return { type: "document.exported", ids: { taken: { documentId, format, audience, confidential, assessments } } };
}

/** A file with its name. */
export interface NamedFile {
  type: string;
  filename: string;
  body: string | Uint8Array<ArrayBuffer>;
}

/** From so many claims on a file is made in a worker thread, whatever its format. */
const MANY_CLAIMS = 200;
/** The same for the text, in UTF-16 units. */
const LONG_TEXT = 200_000;
/** The file itself. Throws `not_found`, `forbidden`, `invalid`, and as writeInWorker does. Progress counts the claims that were read, up to 50 of 100, then what is written. */
export async function exportedFile(
  actor: Actor,
  input: z.output<typeof ExportDocument>,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (percent: number) => void } = {},
): Promise<NamedFile> {
  const format = formatIn(input);
  const document = await documentView(actor, input.documentId);
  mayExport(actor, input);
  const prisma = await db();
  const { revision, scale, ...facts } = { ...document, members: [...document.members, ...(await assignedStrangers(prisma, document))] };
  const source = {
    ...(await publishedFacts(prisma, actor, document.id)),
    baseUrl: env.APP_URL,
    exportedAt: new Date().toISOString(),
    document: facts,
    revision,
    scale,
    threads: input.assessments ? await listThreads.run(actor, { documentId: document.id }) : [],
    agreement: format.needs?.includes("agreement") && documentPolicy.seeAgreement(actor) ? await agreementFigures(actor, document.id) : null,
    ...(format.needs?.includes("snapshots") && input.snapshots ? { snapshots: await reportSnapshots(prisma, actor, input) } : {}),
    records: format.needs?.includes("records") && input.confidential ? await reportRecords(prisma, actor, input) : null,
  };
  const options = {
    audience: input.audience,
    confidential: input.confidential,
    assessments: input.assessments,
    media: format.needs?.includes("media") ?? false,
    ...(input.states ? { states: input.states } : {}),
  };
  const claims = { documentId: document.id, workspaceId: actor.workspaceId, deletedAt: null };
  const ids = (await prisma.claim.findMany({ where: claims, select: { id: true }, orderBy: { number: "asc" } })).map(({ id }) => id);
  let read = 0;
  const slices = inSlices(ids, async (slice) => {
    const rows = await reportClaims(prisma, actor, { documentId: document.id, revisionId: revision.id, ids: slice });
    onProgress?.(Math.round((50 * (read += slice.length)) / ids.length));
    return rows;
  });
  const write = { bom: input.bom };
  const file =
    format.heavy || ids.length > MANY_CLAIMS || revision.text.length > LONG_TEXT
      ? await writeInWorker({ format: format.key, source: withoutMuch(source), report: options, write }, parts(source.records, slices), {
          ...(signal ? { signal } : {}),
          onProgress: (percent) => onProgress?.(50 + Math.round(percent / 2)),
        })
      : await format.write(buildReport({ ...source, claims: await allOf(slices) }, options), write);
  return { type: file.type, filename: exportFilename(document.title, file.extension), body: file.body };
}

/** Those who are assigned to claims and are no members, as a bundle named them. */
function assignedStrangers(tx: Tx, { id: documentId, members }: DocumentView): Promise<PersonView[]> {
  const assigned = { some: { endedAt: null, claim: { documentId, deletedAt: null } } };
  return tx.user.findMany({ where: { id: { notIn: members.map(({ id }) => id) }, assignments: assigned }, select: { id: true, name: true } });
}

/** What of the source is short enough to be copied in one message. */
function withoutMuch(source: Omit<ReportSource, "claims">): Omit<ReportSource, "claims"> {
  const { records } = source;
  return { ...source, ...(records ? { records: { document: { ...records.document, claims: [] }, history: [] } } : {}) };
}

/** Records in one message to a worker. */
const AT_ONCE = 100;

/** The rest of it, in slices. */
async function* parts(records: ReportRecords | null, claims: AsyncIterable<ReportSource["claims"]>): AsyncGenerator<ExportPart> {
  for (const slice of cut(records?.document.claims ?? [])) yield { records: slice };
  for (const slice of cut(records?.history ?? [])) yield { history: slice };
  for await (const slice of claims) yield { claims: slice };
}

function* cut<T>(all: T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

async function reportRecords(tx: Tx, actor: Actor, { documentId, snapshots }: z.output<typeof ExportDocument>): Promise<ReportRecords> {
  return { document: await documentRecords(tx, actor, documentId, { snapshots }), history: await documentHistory(tx, actor, documentId) };
}

/** The format of that key. Throws `invalid` when there is none. */
export function formatIn({ format: key }: { format: string }): (typeof EXPORT_FORMATS)[number] {
  const format = EXPORT_FORMATS.find((each) => each.key === key);
  if (!format) throw invalidField("format", `Choose one of: ${EXPORT_FORMATS.map((each) => each.key).join(", ")}.`);
  return format;
}

/** Throws `forbidden` when the actor may not have what is asked for. */
export function mayExport(actor: Actor, input: Pick<z.output<typeof ExportDocument>, "audience" | "assessments" | "confidential">): void {
  authorize(documentPolicy, actor, "export");
  if (input.audience === "desk" || input.assessments) authorize(documentPolicy, actor, "exportDesk");
  if (input.confidential) authorize(documentPolicy, actor, "exportConfidential");
}

async function allOf<T>(slices: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const slice of slices) all.push(...slice);
  return all;
}

/** The formats as the page offers them. */
export function exportFormats(): { key: string; name: string; description: string; heavy: boolean }[] {
  return EXPORT_FORMATS.map(({ key, name, description, heavy = false }) => ({ key, name, description, heavy }));
}
