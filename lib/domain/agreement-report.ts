import { bootstrapInterval, cohenKappa, countsOf, fleissKappa, krippendorffAlpha, rawAgreement, type Interval, type Unit } from "./agreement";
import { groupBy } from "./group-by";
import type { LabelView, PersonView, ScaleView } from "./views";

/** One submitted judgement. A claim that somebody could not judge has no label, and counts as missing. */
export interface Judged {
  claimId: string;
  reviewerId: string;
  labelId: string | null;
}

export type FigureKey = "raw" | "alpha_nominal" | "alpha_ordinal" | "kappa" | "kappa_linear" | "fleiss";

export interface Figure extends Partial<Interval> {
  key: FigureKey;
  /** Null where the judgements do not suffice. */
  value: number | null;
  /** The claims that it rests on. */
  claims: number;
}

export interface LabelAgreement {
  labelId: string;
  /** How often it was chosen on claims that others judged too. */
  chosen: number;
  /** How likely another chose it as well: J. L. Fleiss, "Statistical Methods for Rates and Proportions" (1981), specific agreement. Null if never chosen. */
  agreement: number | null;
}

export interface AgreementReport {
  /** Claims with two judgements or more. */
  claims: number;
  judgements: number;
  figures: Figure[];
  /** The labels of both directions of the matrix. */
  labelIds: string[];
  /** For two reviewers rows are the first's labels, columns the second's; else every pair counts both ways round. */
  confusion: number[][];
  labels: LabelAgreement[];
}

type Label = Pick<LabelView, "id" | "rating">;

/**
 * How far reviewers agree: all figures for one set of judgements, the labels in their order, best first. Figures that mind distances use the labels with a
 * number only. With a pair, the figures are those of these two; the others' judgements are left out.
 */
export function agreementReport(judged: readonly Judged[], labels: readonly Label[], pair: readonly [string, string] | null): AgreementReport {
  const kept = pair ? judged.filter((each) => pair.includes(each.reviewerId)) : judged;
  const reviewers = pair ?? [...new Set(kept.map((each) => each.reviewerId))].sort();
  const claims = [...groupBy(kept, (each) => each.claimId)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const unitsOn = (some: readonly Label[]) => claims.map((group) => unitOf(group, reviewers, some)).filter(isJudgedTwice);
  const ranked = labels.filter((label) => label.rating !== null).sort((a, b) => (a.rating ?? 0) - (b.rating ?? 0));
  const [units, ordinal] = [unitsOn(labels), unitsOn(ranked)];
  return {
    claims: units.length,
    judgements: units.flat().filter((value) => value !== null).length,
    figures: figuresOf(units, ordinal, labels.length, ranked.length, pair !== null),
    labelIds: labels.map((label) => label.id),
    confusion: pair ? pairMatrix(units, labels.length) : coincidenceMatrix(units, labels.length),
    labels: labels.map((label, index) => labelAgreement(label.id, index, units, labels.length)),
  };
}

function unitOf(group: readonly Judged[], reviewers: readonly string[], labels: readonly Label[]): Unit {
  return reviewers.map((reviewerId) => {
    const index = labels.findIndex((label) => label.id === group.find((each) => each.reviewerId === reviewerId)?.labelId);
    return index < 0 ? null : index;
  });
}

const isJudgedTwice = (unit: Unit) => unit.filter((value) => value !== null).length > 1;

function figuresOf(units: readonly Unit[], ordinal: readonly Unit[], labels: number, ranks: number, isPair: boolean): Figure[] {
  const measured = (key: FigureKey, on: readonly Unit[], figure: (given: readonly Unit[]) => number | null): Figure => {
    const value = figure(on);
    return { key, value, claims: on.length, ...(value === null ? {} : bootstrapInterval(on, figure)) };
  };
  const even = mostUsualNumber(units);
  return [
    measured("raw", units, rawAgreement),
    measured("alpha_nominal", units, (given) => krippendorffAlpha(given, labels, "nominal")),
    ...(ranks > 1 ? [measured("alpha_ordinal", ordinal, (given) => krippendorffAlpha(given, ranks, "ordinal"))] : []),
    ...(isPair ? [measured("kappa", units, (given) => cohenKappa(given, [0, 1], labels))] : []),
    ...(isPair && ranks > 1 ? [measured("kappa_linear", ordinal, (given) => cohenKappa(given, [0, 1], ranks, "linear"))] : []),
    ...(isPair ? [] : [measured("fleiss", even, (given) => fleissKappa(given, labels))]),
  ];
}

/** Fleiss' kappa wants as many judgements on each claim: the claims with the number that is most usual. */
function mostUsualNumber(units: readonly Unit[]): Unit[] {
  const groups = [...groupBy(units, (unit) => String(unit.filter((value) => value !== null).length)).values()];
  return groups.reduce<Unit[]>((most, group) => (group.length > most.length ? group : most), []);
}

function pairMatrix(units: readonly Unit[], size: number): number[][] {
  const matrix = emptyMatrix(size);
  for (const [a = null, b = null] of units) add(matrix, a, b);
  return matrix;
}

function coincidenceMatrix(units: readonly Unit[], size: number): number[][] {
  const matrix = emptyMatrix(size);
  for (const unit of units) unit.forEach((a, i) => unit.forEach((b, j) => i !== j && add(matrix, a, b)));
  return matrix;
}

const emptyMatrix = (size: number) => Array.from({ length: size }, () => Array<number>(size).fill(0));

function add(matrix: number[][], a: number | null, b: number | null): void {
  const row = a === null ? undefined : matrix[a];
  if (row && b !== null) row[b] = (row[b] ?? 0) + 1;
}

function labelAgreement(labelId: string, index: number, units: readonly Unit[], size: number): LabelAgreement {
  let [chosen, same, pairs] = [0, 0, 0];
  for (const unit of units) {
    const counts = countsOf(unit, size);
    const own = counts[index] ?? 0;
    chosen += own;
    same += own * (own - 1);
    pairs += own * (counts.reduce((total, count) => total + count, 0) - 1);
  }
  return { labelId, chosen, agreement: pairs === 0 ? null : same / pairs };
}

/** The report with what it is about, for the page and for programs. */
export interface AgreementView {
  document: { id: string; title: string };
  scale: ScaleView;
  /** Who has judged in the scope, by name. */
  reviewers: PersonView[];
  /** The two that are compared; null for all. */
  pair: [PersonView, PersonView] | null;
  filters: { scope: "document" | "scale"; from: string | null; to: string | null; versions: "first" | "latest" };
  /** Judgements that say that the claim cannot be judged. */
  unjudgeable: number;
  report: AgreementReport;
}
