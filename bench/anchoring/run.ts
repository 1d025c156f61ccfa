import { createLocator } from "../../lib/anchoring/locate";
import { mapThroughEdit } from "../../lib/anchoring/map-through-edit";
import { realText, syntheticText } from "./corpora";
import { deletedJob, editedJob, exactJob, type Job } from "./jobs";
import { measure, median, processorTime, type Measurement } from "./measure";
import { OURS, PEERS } from "./systems";

const WORDS = 100_000;
const QUOTES = 1000;
/** Milliseconds of the processor that a peer may take for one job; what it did by then is scaled up. */
const PEER_BUDGET = 2000;
const OUR_ROUNDS = 7;

/** Compares the engine with its peers on two corpora, shows that its cost grows with the text, and how sure answers depend on a threshold. */
export async function runAnchoring(): Promise<{ table: string; figures: unknown }> {
  const compared: (Measurement & { corpus: string })[] = [];
  const curves: Record<string, CurvePoint[]> = {};
  for (const [corpus, text] of [
    ["synthetic", syntheticText(WORDS)],
    ["real", realText(WORDS)],
  ] as const) {
    const edited = editedJob(text, QUOTES);
    const deleted = deletedJob(text, QUOTES);
    for (const job of [exactJob(text, QUOTES), edited, deleted]) {
      compared.push({ corpus, ...(await measure(OURS, job, OUR_ROUNDS, Infinity)) });
      for (const peer of PEERS) compared.push({ corpus, ...(await measure(peer, job, 1, PEER_BUDGET)) });
    }
    curves[corpus] = thresholdCurve(edited, deleted);
  }
  const growth = [10_000, 100_000, 1_000_000].map(growthAt);
  const table = [comparisonTable(compared), growthTable(growth), ...Object.entries(curves).map(([corpus, curve]) => curveTable(corpus, curve))].join("\n\n");
  return { table, figures: { compared, growth, curves } };
}

interface Growth {
  words: number;
  firstAnswer: number;
  perEditedQuote: number;
  mapping: number;
}

/** Milliseconds of the processor for the first answer (with the index), for each further edited quote, and for mapping through the edit; medians of five. */
function growthAt(words: number): Growth {
  const before = syntheticText(words);
  const job = editedJob(before, Math.min(QUOTES, words / 100));
  const first: number[] = [];
  const each: number[] = [];
  const mapped: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const [head, ...rest] = job.questions;
    if (!head) continue;
    const locator = createLocator(job.text);
    first.push(timed(() => locator.locate(head)));
    each.push(timed(() => rest.forEach((question) => locator.locate(question))) / rest.length);
    mapped.push(timed(() => mapThroughEdit(before, job.text, [{ start: 0, end: 10 }])));
  }
  return { words, firstAnswer: median(first), perEditedQuote: median(each), mapping: median(mapped) };
}

function timed(work: () => unknown): number {
  const begun = processorTime();
  work();
  return processorTime() - begun;
}

interface CurvePoint {
  threshold: number;
  correct: number;
  wrong: number;
  falseAnchors: number;
}

/** What one threshold on the agreement would do in place of the three states: the best place is taken when it reaches the threshold. */
function thresholdCurve(edited: Job, deleted: Job): CurvePoint[] {
  const present = bestPlaces(edited);
  const gone = bestPlaces(deleted);
  return [0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map((threshold) => {
    const taken = present.filter((place) => place.score >= threshold);
    const correct = taken.filter((place) => place.right).length;
    return { threshold, correct, wrong: taken.length - correct, falseAnchors: gone.filter((place) => place.score >= threshold).length };
  });
}

function bestPlaces(job: Job): { score: number; right: boolean }[] {
  const locator = createLocator(job.text);
  return job.questions.flatMap((question) => {
    const [place] = locator.suggest(question, 1);
    const { truth } = question;
    return place ? [{ score: place.score, right: truth !== null && Math.abs(place.start - truth.start) <= 10 && Math.abs(place.end - truth.end) <= 10 }] : [];
  });
}

function comparisonTable(rows: readonly (Measurement & { corpus: string })[]): string {
  const lines = rows.map((row) => {
    const ours = rows.find((other) => other.system === OURS.name && other.job === row.job && other.corpus === row.corpus);
    const ratio = ours ? row.milliseconds / ours.milliseconds : 1;
    const share = row.asked === QUOTES ? "" : ` of ${row.asked}`;
    return [
      row.corpus,
      row.job,
      row.system,
      `${row.milliseconds.toFixed(1)} ms`,
      `× ${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}`,
      `${row.correct}${share}`,
      `${row.wrong}`,
      `${row.wrongAndCertain}`,
      `${row.lost}`,
      `${row.uncertain}`,
      `${row.longest.toFixed(1)} ms`,
    ];
  });
  const head = ["corpus", "job", "system", "1,000 quotes", "ratio", "correct", "wrong place", "of these certain", "lost", "asks a person", "longest block"];
  return markdown(head, lines);
}

function growthTable(rows: readonly Growth[]): string {
  return markdown(
    ["words", "first answer (index)", "each edited quote", "map through the edit"],
    rows.map((row) => [
      row.words.toLocaleString("en"),
      `${row.firstAnswer.toFixed(1)} ms`,
      `${row.perEditedQuote.toFixed(3)} ms`,
      `${row.mapping.toFixed(1)} ms`,
    ]),
  );
}

function curveTable(corpus: string, curve: readonly CurvePoint[]): string {
  return markdown(
    [`threshold (${corpus})`, "edited: correct", "edited: wrong place", "deleted: falsely anchored"],
    curve.map((point) => [point.threshold.toFixed(2), `${point.correct}`, `${point.wrong}`, `${point.falseAnchors}`]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
