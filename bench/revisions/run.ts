import { previewRevision } from "../../lib/commands/preview-revision";
import { reviseDocument } from "../../lib/commands/revise-document";
import { adoptDatabase } from "../../lib/db/client";
import { applyMigrations } from "../../lib/db/migrate";
import type { Database } from "../../lib/db/open";
import type { RevisionPreviewView } from "../../lib/domain/revision";
import { blocksOf, createMember, run } from "../../prisma/factories";
import { syntheticText } from "../anchoring/corpora";
import { claimedDocument } from "../claimed-document";
import { onBothEngines } from "../on-both-engines";
import { timed, type Timing } from "../timed";

const WORDS = 100_000;
const CLAIMS = 5000;

interface Figure {
  engine: Database["engine"];
  edit: string;
  outcome: RevisionPreviewView["outcome"];
  /** Milliseconds by the clock, and the longest time in which the server could do nothing else. */
  preview: Timing;
  save: Timing;
}

/** What people do to a text, from least to most. */
const EDITS: Record<string, (text: string) => string> = {
  "one word": (text) => replaceWords(text, (word, index) => (index === 50_000 ? "quokka" : word)),
  "forty places": (text) => replaceWords(text, (word, index) => (index % 2500 === 7 ? "quokka" : word)),
  "every twelfth word": (text) => replaceWords(text, (word, index) => (index % 12 === 7 ? "quokka" : word)),
  "another text": () => syntheticText(WORDS, 99),
};

/** Previews and saves corrections of a long text with many claims, on both engines. */
export async function runRevisions(): Promise<{ table: string; figures: unknown }> {
  const figures = await onBothEngines(measure);
  return { table: tableOf(figures), figures };
}

async function measure(database: Database): Promise<Figure[]> {
  const { engine, prisma } = database;
  await applyMigrations(database);
  adoptDatabase(database);
  const actor = await createMember(prisma, { role: "editor" });
  const figures: Figure[] = [];
  for (const [edit, change] of Object.entries(EDITS)) {
    const document = await claimedDocument(prisma, actor, { words: WORDS, claims: CLAIMS });
    const input = { documentId: document.id, base: 1, blocks: blocksOf(change(document.text)) };
    // The first one starts the worker, which later ones find running.
    if (figures.length === 0) await previewRevision.run(actor, input);
    const { result: seen, ...preview } = await timed(() => previewRevision.run(actor, input));
    const { result: _, ...save } = await timed(() => run(prisma, actor, reviseDocument, input));
    figures.push({ engine, edit, outcome: seen.outcome, preview, save });
  }
  return figures;
}

function replaceWords(text: string, replace: (word: string, index: number) => string): string {
  let index = 0;
  return text.replace(/\S+/g, (word) => replace(word, index++));
}

function tableOf(figures: readonly Figure[]): string {
  const shown = ({ milliseconds, blocked }: Timing) => `${milliseconds.toFixed(0)} ms (${blocked.toFixed(0)} ms)`;
  const rows = figures.map(({ engine, edit, outcome, preview, save }) => [engine, edit, Object.values(outcome).join(" · "), shown(preview), shown(save)]);
  const head = ["engine", "edit", "exact · moved · edited · uncertain · orphaned", "preview (longest block)", "save (longest block)"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
