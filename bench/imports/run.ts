import { bringClaims } from "../../lib/commands/bring-claims";
import { importBundle, previewBundle } from "../../lib/commands/import-bundle";
import { previewClaims } from "../../lib/commands/preview-claims";
import { publishDocument } from "../../lib/commands/publish-document";
import { adoptDatabase } from "../../lib/db/client";
import { applyMigrations } from "../../lib/db/migrate";
import type { Database } from "../../lib/db/open";
import type { Actor } from "../../lib/domain/role";
import { ExportDocument, exportedFile } from "../../lib/queries/export-document";
import { getPublication } from "../../lib/queries/publication";
import { createDocument, createMember, run } from "../../prisma/factories";
import { checkedDocument } from "../checked-document";
import { onBothEngines } from "../on-both-engines";
import { timed, type Timing } from "../timed";
import { parserFigures, parserTable } from "./parsers";

/** The text and its claims, doubled twice. */
const SIZES = [
  { words: 25_000, claims: 1250 },
  { words: 50_000, claims: 2500 },
  { words: 100_000, claims: 5000 },
];

interface Figure extends Timing {
  engine: Database["engine"];
  job: string;
  claims: number;
}

/** Brings bundles and tables of claims in, and publishes, on both engines; and reads files beside the bare parsers. */
export async function runImports(): Promise<{ table: string; figures: unknown }> {
  const parsers = await parserFigures();
  const figures = await onBothEngines(measure);
  return { table: `${parserTable(parsers)}\n\n${tableOf(figures)}`, figures: { parsers, figures } };
}

async function measure(database: Database): Promise<Figure[]> {
  const { engine, prisma } = database;
  await applyMigrations(database);
  adoptDatabase(database);
  const figures: Figure[] = [];
  // The first one starts the workers and compiles the code, which later ones find ready.
  for (const [index, size] of [{ words: 2000, claims: 100 }, ...SIZES].entries()) {
    const actor = await createMember(prisma, { role: "editor" });
    const document = await checkedDocument(prisma, actor, size);
    await withHistory(prisma, document.id);
    const asked = { documentId: document.id, audience: "desk" as const, confidential: true, assessments: true };
    const dataBase64 = await base64(actor, { ...asked, format: "bundle" });
    const table = { kind: "file" as const, name: "claims.csv", dataBase64: await base64(actor, { ...asked, format: "csv" }) };
    const copy = await createDocument(prisma, { actor, title: "The same text, without claims", text: document.text });
    const brought = { documentId: copy.id, revisionId: copy.revisionId, source: table };
    const jobs: Record<string, () => Promise<unknown>> = {
      "a bundle: the preview": () => previewBundle.run(actor, previewBundle.schema.parse({ dataBase64 })),
      "a bundle: written": () => run(prisma, actor, importBundle, { dataBase64 }),
      "claims from CSV: the preview": () => previewClaims.run(actor, previewClaims.schema.parse({ documentId: copy.id, source: table })),
      "claims from CSV: written": () => run(prisma, actor, bringClaims, brought),
      published: async () => {
        const { seen } = await getPublication.run(actor, { documentId: document.id });
        return run(prisma, actor, publishDocument, { documentId: document.id, seen });
      },
    };
    for (const [job, work] of Object.entries(jobs)) {
      const { milliseconds, blocked } = await timed(work);
      if (index > 0) figures.push({ engine, job, claims: size.claims, milliseconds, blocked });
    }
  }
  return figures;
}

/** As much of a history as a check leaves: six lines a claim. */
async function withHistory(prisma: Database["prisma"], documentId: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "Event" ("workspaceId", "documentId", "claimId", "actorId", "type", "data")
    SELECT "workspaceId", "documentId", "id", "createdById", t.type,
      jsonb_build_object('before', jsonb_build_object('state', 'spotted'), 'after', jsonb_build_object('statement', "statement", 'state', 'in_review'))
    FROM "Claim", unnest(ARRAY['claim.created', 'claim.moved', 'evidence.added', 'claim.ruled', 'claim.moved', 'claim.moved']) AS t(type)
    WHERE "documentId" = ${documentId}`;
}

async function base64(actor: Actor, asked: Record<string, unknown>): Promise<string> {
  const { body } = await exportedFile(actor, ExportDocument.parse({ states: undefined, ...asked }));
  return Buffer.from(body).toString("base64");
}

function tableOf(figures: readonly Figure[]): string {
  const head = ["engine", "job", ...SIZES.map(({ words, claims }) => `${String(words / 1000)}k words, ${String(claims)} claims`), "longest block"];
  const kinds = [...new Map(figures.map(({ engine, job }) => [`${engine} ${job}`, { engine, job }])).values()];
  const rows = kinds.map(({ engine, job }) => {
    const own = figures.filter((each) => each.engine === engine && each.job === job);
    const blocked = Math.max(...own.map((figure) => figure.blocked));
    return [engine, job, ...own.map(({ milliseconds }) => `${(milliseconds / 1000).toFixed(1)} s`), `${blocked.toFixed(0)} ms`];
  });
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
