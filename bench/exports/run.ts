import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { adoptDatabase } from "../../lib/db/client";
import type { PrismaClient } from "../../lib/db/generated/client";
import { applyMigrations } from "../../lib/db/migrate";
import { openDatabase } from "../../lib/db/open";
import type { Actor } from "../../lib/domain/role";
import { EXPORT_FORMATS } from "../../lib/exporters/formats";
import { ExportDocument, exportedFile } from "../../lib/queries/export-document";
import { createMember, type MadeDocument } from "../../prisma/factories";
import { claimedDocument } from "../claimed-document";

/** The text and its claims, doubled twice. */
const SIZES = [
  { words: 25_000, claims: 1250 },
  { words: 50_000, claims: 2500 },
  { words: 100_000, claims: 5000 },
];

interface Figure {
  format: string;
  claims: number;
  /** Milliseconds by the clock, and the longest time in which the server could do nothing else. */
  milliseconds: number;
  blocked: number;
  bytes: number;
}

/** Takes long documents with many claims out in every format, from the question to the whole file. */
export async function runExports(): Promise<{ table: string; figures: unknown }> {
  const database = await openDatabase({ memory: true });
  await applyMigrations(database);
  adoptDatabase(database);
  const actor = await createMember(database.prisma, { role: "editor" });
  const small = await checkedDocument(database.prisma, actor, { words: 2000, claims: 100 });
  const figures: Figure[] = [];
  // The first ones start the workers and compile the code, which later ones find ready.
  for (const { key } of EXPORT_FORMATS) await timed(actor, small, key, 100);
  for (const size of SIZES) {
    const document = await checkedDocument(database.prisma, actor, size);
    for (const { key } of EXPORT_FORMATS) figures.push(await timed(actor, document, key, size.claims));
  }
  await database.close();
  return { table: tableOf(figures), figures };
}

/** Every claim approved, with a verdict, a justification and a source. */
async function checkedDocument(prisma: PrismaClient, actor: Actor, size: { words: number; claims: number }): Promise<MadeDocument> {
  const document = await claimedDocument(prisma, actor, size);
  const { workspaceId } = actor;
  const { scaleId } = await prisma.document.findUniqueOrThrow({ where: { id: document.id }, select: { scaleId: true } });
  const labels = await prisma.scaleLabel.findMany({ where: { scaleId }, select: { id: true }, orderBy: { position: "asc" } });
  const claims = await prisma.claim.findMany({ where: { documentId: document.id }, select: { id: true }, orderBy: { number: "asc" } });
  await prisma.claim.updateMany({ where: { documentId: document.id }, data: { state: "approved" } });
  const source = await prisma.source.create({
    data: {
      workspaceId,
      createdById: actor.userId,
      title: "Accounts of the harbour",
      publisher: "The city",
      url: "https://example.org/accounts",
      type: "official_record",
    },
    select: { id: true },
  });
  await prisma.ruling.createMany({
    data: claims.map(({ id: claimId }, index) => ({
      workspaceId,
      claimId,
      labelId: labels[index % labels.length]?.id ?? null,
      summary: `What claim ${String(index + 1)} says is borne out by the accounts.`,
      justification: "The accounts of the city show **the same figure** for each year.\n\n- Counted in June.\n- Counted again in December.",
      editorId: actor.userId,
    })),
  });
  await prisma.evidence.createMany({
    data: claims.map(({ id: claimId }) => ({
      workspaceId,
      claimId,
      sourceId: source.id,
      stance: "supports" as const,
      quote: "The harbour earned more than in the year before.",
      createdById: actor.userId,
    })),
  });
  return document;
}

async function timed(actor: Actor, document: MadeDocument, format: string, claims: number): Promise<Figure> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const { body } = await exportedFile(actor, ExportDocument.parse({ documentId: document.id, format }));
  const milliseconds = performance.now() - begun;
  delay.disable();
  return { format, claims, milliseconds, blocked: delay.max / 1e6, bytes: Buffer.byteLength(body) };
}

function tableOf(figures: readonly Figure[]): string {
  const cells = (format: string) =>
    SIZES.map(({ claims }) => figures.find((each) => each.format === format && each.claims === claims)).map((figure) =>
      figure ? `${(figure.milliseconds / 1000).toFixed(1)} s` : "–",
    );
  const rows = EXPORT_FORMATS.map(({ key }) => {
    const own = figures.filter(({ format }) => format === key);
    const blocked = Math.max(...own.map((figure) => figure.blocked));
    return [key, ...cells(key), `${blocked.toFixed(0)} ms`, `${((own.at(-1)?.bytes ?? 0) / 1e6).toFixed(1)} MB`];
  });
  const head = ["format", ...SIZES.map(({ words, claims }) => `${String(words / 1000)}k words, ${String(claims)} claims`), "longest block", "largest file"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
