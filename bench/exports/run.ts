import { publishDocument } from "../../lib/commands/publish-document";
import { adoptDatabase } from "../../lib/db/client";
import type { PrismaClient } from "../../lib/db/generated/client";
import { applyMigrations } from "../../lib/db/migrate";
import { openDatabase } from "../../lib/db/open";
import type { Actor } from "../../lib/domain/role";
import { EXPORT_FORMATS } from "../../lib/exporters/formats";
import { ExportDocument, exportedFile } from "../../lib/queries/export-document";
import { getPublication } from "../../lib/queries/publication";
import { createMember, run, type MadeDocument } from "../../prisma/factories";
import { checkedDocument } from "../checked-document";
import { timed, type Timing } from "../timed";
import { pdfOfWords } from "./bare-words";

/** The text and its claims, doubled twice. */
const SIZES = [
  { words: 25_000, claims: 1250 },
  { words: 50_000, claims: 2500 },
  { words: 100_000, claims: 5000 },
];

/** Each file is made so many times, and the middle one counts: the first long one makes the process grow, which takes a third of its time on some machines. */
const TIMES = 3;

/** The words of the plain text, set by the compiler of the PDF: what it needs without highlights, notes, links and an outline. */
const BARE_WORDS = "pdf, the words as bare paragraphs";

/** The same file, without the time in which the claims are read from the database: what its worker takes. */
const IN_WORKER = "pdf, once the claims are read";

interface Figure extends Timing {
  format: string;
  /** Of the first time. */
  first: number;
  claims: number;
  bytes: number;
}

/** Takes long documents with many claims out in every format, from the question to the whole file. */
export async function runExports(): Promise<{ table: string; figures: unknown }> {
  const database = await openDatabase({ memory: true });
  await applyMigrations(database);
  adoptDatabase(database);
  const actor = await createMember(database.prisma, { role: "editor" });
  const small = await publishedDocument(database.prisma, actor, { words: 2000, claims: 100 });
  const figures: Figure[] = [];
  // The first ones start the workers and compile the code, which later ones find ready.
  for (const { key } of EXPORT_FORMATS) await takenOut(actor, small, key, 100);
  await bareWords(actor, small, 100);
  for (const size of SIZES) {
    const document = await publishedDocument(database.prisma, actor, size);
    for (const { key } of EXPORT_FORMATS) figures.push(await takenOut(actor, document, key, size.claims));
    figures.push(await inWorker(actor, document, size.claims));
    figures.push(await bareWords(actor, document, size.claims));
  }
  await database.close();
  return { table: tableOf(figures), figures };
}

/** Some formats hold only what is published. */
async function publishedDocument(prisma: PrismaClient, actor: Actor, size: { words: number; claims: number }): Promise<MadeDocument> {
  const document = await checkedDocument(prisma, actor, size);
  const { seen } = await getPublication.run(actor, { documentId: document.id });
  await run(prisma, actor, publishDocument, { documentId: document.id, seen });
  return document;
}

async function takenOut(actor: Actor, document: MadeDocument, format: string, claims: number): Promise<Figure> {
  const { result, ...timing } = await middle(() => exportedFile(actor, ExportDocument.parse({ documentId: document.id, format })));
  return { format, claims, ...timing, bytes: Buffer.byteLength(result.body) };
}

/** The middle of the times, the first one, and the longest block of all. */
async function middle<Result>(work: () => Promise<Result>): Promise<Timing & { first: number; result: Result }> {
  const { result, ...first } = await timed(work);
  const all = [first];
  while (all.length < TIMES) {
    const { milliseconds, blocked } = await timed(work);
    all.push({ milliseconds, blocked });
  }
  const milliseconds = middleOf(all.map((each) => each.milliseconds));
  return { result, first: first.milliseconds, milliseconds, blocked: Math.max(...all.map((each) => each.blocked)) };
}

async function inWorker(actor: Actor, document: MadeDocument, claims: number): Promise<Figure> {
  const times: number[] = [];
  let bytes = 0;
  while (times.length < TIMES) {
    let read = 0;
    const onProgress = (percent: number): void => {
      // Claims that are read are the first half.
      if (percent <= 50) read = performance.now();
    };
    const { body } = await exportedFile(actor, ExportDocument.parse({ documentId: document.id, format: "pdf" }), { onProgress });
    times.push(performance.now() - read);
    bytes = Buffer.byteLength(body);
  }
  return { format: IN_WORKER, claims, first: times[0] ?? NaN, milliseconds: middleOf(times), blocked: 0, bytes };
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

async function bareWords(actor: Actor, document: MadeDocument, claims: number): Promise<Figure> {
  const { body } = await exportedFile(actor, ExportDocument.parse({ documentId: document.id, format: "txt" }));
  const paragraphs = Buffer.from(body)
    .toString()
    .split(/\n{2,}/)
    .map((lines) => lines.replaceAll("\n", " ").trim())
    .filter(Boolean);
  const { result, ...timing } = await middle(() => Promise.resolve(pdfOfWords(paragraphs)));
  return { format: BARE_WORDS, claims, ...timing, bytes: result.length };
}

function tableOf(figures: readonly Figure[]): string {
  const cells = (format: string) =>
    SIZES.map(({ claims }) => figures.find((each) => each.format === format && each.claims === claims)).map((figure) =>
      figure ? `${(figure.milliseconds / 1000).toFixed(1)} s` : "–",
    );
  const rows = EXPORT_FORMATS.flatMap(({ key }) => (key === "pdf" ? [key, IN_WORKER, BARE_WORDS] : [key])).map((key) => {
    const own = figures.filter(({ format }) => format === key);
    const blocked = Math.max(...own.map((figure) => figure.blocked));
    const first = ((own.at(-1)?.first ?? NaN) / 1000).toFixed(1);
    // The bare words are set where they are asked for, and the blocks of the PDF stand above.
    const block = key === BARE_WORDS || key === IN_WORKER ? "–" : `${blocked.toFixed(0)} ms`;
    return [key, ...cells(key), `${first} s`, block, `${((own.at(-1)?.bytes ?? 0) / 1e6).toFixed(1)} MB`];
  });
  const head = [
    "format",
    ...SIZES.map(({ words, claims }) => `${String(words / 1000)}k words, ${String(claims)} claims`),
    "its first time",
    "longest block",
    "largest file",
  ];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
