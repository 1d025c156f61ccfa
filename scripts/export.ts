// Takes a document out as a file: npm run export -- --document <id> --format html --out file.html
import { parseArgs } from "node:util";
import { closeDatabase, db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { ExportDocument, exportedFile, exportFormats } from "@/lib/queries/export-document";
import { writeOut } from "@/lib/storage/write-out";

const USAGE = `Usage: npm run export -- --document <id> --format <${exportFormats()
  .map((format) => format.key)
  .join("|")}> --out <file>
  --audience reader|desk    desk: the working states too (reader)
  --states a,b              only claims in these states
  --assessments             with the reviewers' own assessments (desk only)
  --confidential            with confidential evidence (desk only)
  --bom                     begin CSV with a byte order mark`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      document: { type: "string" },
      format: { type: "string" },
      out: { type: "string" },
      audience: { type: "string" },
      states: { type: "string" },
      assessments: { type: "boolean", default: false },
      confidential: { type: "boolean", default: false },
      bom: { type: "boolean", default: false },
    },
  });
  const { document: documentId, format, out, audience, states, assessments, confidential, bom } = values;
  if (!documentId || !format || !out) throw new AppError("invalid", USAGE);
  const input = ExportDocument.safeParse({
    ...{ documentId, format, confidential: String(confidential), assessments: String(assessments), bom: String(bom) },
    ...(audience === undefined ? {} : { audience }),
    ...(states === undefined ? {} : { states }),
  });
  if (!input.success) throw new AppError("invalid", input.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  const file = await exportedFile(await operatorFor(documentId), input.data);
  await writeOut(out, file.body);
  console.log(`${out}: ${file.type}, ${String(Buffer.byteLength(file.body))} bytes`);
}

/** Whoever can run this can read the whole database: an admin of the document's workspace. */
async function operatorFor(documentId: string): Promise<Actor> {
  const document = await (await db()).document.findUnique({ where: { id: documentId }, select: { workspaceId: true } });
  if (!document) throw new AppError("not_found", `There is no document ${documentId}. Its id stands in the address of its page.`);
  return { userId: "", name: "Operator", email: "", sessionId: "", workspaceId: document.workspaceId, role: "admin" };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof AppError || (error instanceof TypeError && "code" in error) ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
