import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { invalidField } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { exportFilename } from "@/lib/exporters/filename";
import { EXPORT_FORMATS } from "@/lib/exporters/formats";
import { buildReport } from "@/lib/exporters/report";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { agreementFigures } from "./agreement";
import { claimViews } from "./claim";
import { documentView } from "./document";
import { publishedFacts } from "./published-facts";
import { listThreads } from "./threads";

const Flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");

export const ExportDocument = z.object({
  documentId: Id,
  format: z.string(),
  /** "reader": decided claims only, nothing of the desk; "desk": the working states too. */
  audience: z.enum(["reader", "desk"]).default("reader"),
  /** States, with commas between; the decided ones unless said. */
  states: z
    .string()
    .transform((value) => value.split(","))
    .pipe(z.array(z.enum(CLAIM_STATES)))
    .optional(),
  confidential: Flag,
  assessments: Flag,
  /** Begin CSV with a byte order mark, for spreadsheet programs. */
  bom: Flag,
});

/** Takes the annotated document out as a file. */
export const exportDocument = query(
  ExportDocument,
  { summary: "Take a document out as annotated HTML, W3C annotations, Markdown, CSV, ClaimReview or a dataset." },
  async (actor, input) => new FileResult(await exportedFile(actor, input)),
);

/** The file itself. Throws `not_found`, `forbidden`, `invalid`. */
export async function exportedFile(
  actor: Actor,
  input: z.output<typeof ExportDocument>,
): Promise<{ type: string; filename: string; body: string | Uint8Array<ArrayBuffer> }> {
  const format = EXPORT_FORMATS.find((each) => each.key === input.format);
  if (!format) throw invalidField("format", `Choose one of: ${EXPORT_FORMATS.map((each) => each.key).join(", ")}.`);
  const document = await documentView(actor, input.documentId);
  authorize(documentPolicy, actor, "export");
  if (input.audience === "desk" || input.assessments) authorize(documentPolicy, actor, "exportDesk");
  if (input.confidential) authorize(documentPolicy, actor, "exportConfidential");
  const prisma = await db();
  const { revision, scale, ...facts } = document;
  const report = buildReport(
    {
      ...(await publishedFacts(prisma, actor, document.id)),
      baseUrl: env.APP_URL,
      exportedAt: new Date().toISOString(),
      document: facts,
      revision,
      scale,
      claims: await claimViews(prisma, actor, document.id, revision),
      threads: input.assessments ? await listThreads.run(actor, { documentId: document.id }) : [],
      agreement: format.needs === "agreement" && documentPolicy.seeAgreement(actor) ? await agreementFigures(actor, document.id) : null,
    },
    { audience: input.audience, confidential: input.confidential, assessments: input.assessments, ...(input.states ? { states: input.states } : {}) },
  );
  const file = await format.write(report, { bom: input.bom });
  return { type: file.type, filename: exportFilename(document.title, file.extension), body: file.body };
}

/** The formats by key, name and description, for the page. */
export function exportFormats(): { key: string; name: string; description: string }[] {
  return EXPORT_FORMATS.map(({ key, name, description }) => ({ key, name, description }));
}
