import { createLocator } from "../../lib/anchoring/locate";
import { mapThroughEdit } from "../../lib/anchoring/map-through-edit";
import { realText, syntheticText } from "./corpora";
import { deletedJob, editedJob, exactJob, type Job } from "./jobs";
import { marginCurve, marginTable, type MarginPoint } from "./margins";
import { markdown } from "./markdown";
import { measure, median, processorTime, type Measurement } from "./measure";
import { OURS, PEERS } from "./systems";

const WORDS = 100_000;
const QUOTES = 1000;
/** Milliseconds of the processor that a peer may take for one job; what it did by then is scaled up. */
const PEER_BUDGET = 2000;
const OUR_ROUNDS = 7;
/** Units of each span that is mapped through an edit. */
const SPAN = 100;

/** Compares the engine with its peers on two corpora, shows that its cost grows with the text, and how sure answers depend on a threshold. */
export async function runAnchoring(): Promise<{ table: string; figures: unknown }> {
  const compared: Compared[] = [];
  const curves: Record<string, CurvePoint[]> = {};
  const margins: Record<string, MarginPoint[]> = {};
  for (const [corpus, text] of [
    ["synthetic", syntheticText(WORDS)],
    ["real", realText(WORDS)],
  ] as const) {
    const edited = editedJob(text, QUOTES);
    const deleted = deletedJob(text, QUOTES);
    const exact = exactJob(text, QUOTES);
    for (const job of [exact, edited, deleted]) {
      const ours = await measure(OURS, job, OUR_ROUNDS, Infinity);
      compared.push({ corpus, ...ours, ratio: 1 });
      for (const peer of PEERS) {
        const theirs = await measure(peer, job, 1, PEER_BUDGET);
        compared.push({ corpus, ...theirs, ratio: theirs.milliseconds / ours.milliseconds });
      }
    }
    curves[corpus] = thresholdCurve(edited, deleted);
    margins[corpus] = await marginCurve([exact, edited], deleted);
  }
  const growth = [10_000, 100_000, 1_000_000].map(growthAt);
  const thresholds = Object.entries(curves).map(([corpus, curve]) => curveTable(corpus, curve));
  const table = [comparisonTable(compared), growthTable(growth), ...thresholds, marginTable(margins)].join("\n\n");
  return { table, figures: { compared, growth, curves, margins } };
}

interface Compared extends Measurement {
  corpus: string;
  /** Its time to ours, for the same number of quotes. */
  ratio: number;
}

interface Growth {
  words: number;
  firstAnswer: number;
  perEditedQuote: number;
  mapping: number;
}

/** Milliseconds of the processor for the first answer (with the index), for each further edited quote, and for mapping a thousand spans; medians of five. */
function growthAt(words: number): Growth {
  const before = syntheticText(words);
  const job = editedJob(before, Math.min(QUOTES, words / 100));
  const spans = Array.from({ length: QUOTES }, (_, index) => {
    const start = Math.floor((index * (before.length - SPAN)) / QUOTES);
    return { start, end: start + SPAN };
  });
  const first: number[] = [];
  const each: number[] = [];
  const mapped: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const [head, ...rest] = job.questions;
    if (!head) continue;
    const locator = createLocator(job.text);
    first.push(timed(() => locator.locate(head)));
    each.push(timed(() => rest.forEach((question) => locator.locate(question))) / rest.length);
    mapped.push(timed(() => mapThroughEdit(before, job.text, spans)));
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
  /** Edited quotes whose best place does not reach the threshold: a person would have to look. */
  uncertain: number;
  falseAnchors: number;
}

/** What one threshold on the agreement would do in place of the three states: the best place is taken when it reaches the threshold. */
function thresholdCurve(edited: Job, deleted: Job): CurvePoint[] {
  const present = bestPlaces(edited);
  const gone = bestPlaces(deleted);
  return [0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].map((threshold) => {
    const taken = present.filter((place) => place.score >= threshold);
    const correct = taken.filter((place) => place.right).length;
    return {
      threshold,
      correct,
      wrong: taken.length - correct,
      uncertain: present.length - taken.length,
      falseAnchors: gone.filter((place) => place.score >= threshold).length,
    };
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

function comparisonTable(rows: readonly Compared[]): string {
  const lines = rows.map((row) => {
    const { ratio } = row;
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
    ["words", "first answer (index)", "each edited quote", "map 1,000 spans through the edit", "of that, for 10,000 words"],
    rows.map((row) => [
      row.words.toLocaleString("en"),
      `${row.firstAnswer.toFixed(1)} ms`,
      `${row.perEditedQuote.toFixed(3)} ms`,
      `${row.mapping.toFixed(1)} ms`,
      `${((row.mapping / row.words) * 10_000).toFixed(1)} ms`,
    ]),
  );
}

function curveTable(corpus: string, curve: readonly CurvePoint[]): string {
  return markdown(
    [`threshold (${corpus})`, "edited: correct", "edited: wrong place", "edited: to a person", "deleted: falsely anchored"],
    curve.map((point) => [point.threshold.toFixed(2), `${point.correct}`, `${point.wrong}`, `${point.uncertain}`, `${point.falseAnchors}`]),
  );
}
