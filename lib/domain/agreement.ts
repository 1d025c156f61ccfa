/**
 * One claim as several judged it: for each reviewer the category chosen, as an index into the categories in their order, or null where there is none. All
 * units of a table have as many places as there are reviewers.
 */
export type Unit = readonly (number | null)[];

/** The categories that were chosen for a unit, without the missing ones. */
function given(unit: Unit): number[] {
  return unit.filter((value) => value !== null);
}

/** How many chose each of `categories` for a unit. */
export function countsOf(unit: Unit, categories: number): number[] {
  const counts = Array<number>(categories).fill(0);
  for (const value of given(unit)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The share of pairs of judgements on one claim that are the same, 0 to 1; null when no claim was judged twice. */
export function rawAgreement(units: readonly Unit[]): number | null {
  let [same, pairs] = [0, 0];
  for (const unit of units) {
    const values = given(unit);
    pairs += (values.length * (values.length - 1)) / 2;
    values.forEach((value, index) => (same += values.slice(index + 1).filter((other) => other === value).length));
  }
  return pairs === 0 ? null : same / pairs;
}

export type Weighting = "none" | "linear";

/**
 * Cohen's kappa of two reviewers, over the units that both judged: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
 * Measurement 20 (1960). With linear weights, which only ordered categories have, a disagreement counts by its distance. Null without a common unit, and where
 * chance alone would agree always.
 */
export function cohenKappa(units: readonly Unit[], [a, b]: readonly [number, number], categories: number, weighting: Weighting = "none"): number | null {
  const rows = Array<number>(categories).fill(0);
  const columns = Array<number>(categories).fill(0);
  const weight = (i: number, j: number) => (weighting === "linear" ? 1 - Math.abs(i - j) / Math.max(1, categories - 1) : Number(i === j));
  let [observed, n] = [0, 0];
  for (const unit of units) {
    const [i, j] = [unit[a] ?? null, unit[b] ?? null];
    if (i === null || j === null) continue;
    n += 1;
    observed += weight(i, j);
    rows[i] = (rows[i] ?? 0) + 1;
    columns[j] = (columns[j] ?? 0) + 1;
  }
  if (n === 0) return null;
  const expected = sum(rows.flatMap((row, i) => columns.map((column, j) => row * column * weight(i, j)))) / (n * n);
  return chanceCorrected(observed / n, expected);
}

/**
 * Fleiss' kappa over units that were all judged by the same number of people, not necessarily the same people: J. L. Fleiss, "Measuring Nominal Scale
 * Agreement Among Many Raters", Psychological Bulletin 76 (1971). Null when the numbers differ, or are under two.
 */
export function fleissKappa(units: readonly Unit[], categories: number): number | null {
  const judges = given(units[0] ?? []).length;
  if (judges < 2 || units.some((unit) => given(unit).length !== judges)) return null;
  const totals = Array<number>(categories).fill(0);
  let agreement = 0;
  for (const unit of units) {
    const counts = countsOf(unit, categories);
    counts.forEach((count, category) => (totals[category] = (totals[category] ?? 0) + count));
    agreement += sum(counts.map((count) => count * (count - 1))) / (judges * (judges - 1));
  }
  const all = units.length * judges;
  return chanceCorrected(agreement / units.length, sum(totals.map((total) => (total / all) ** 2)));
}

export type Metric = "nominal" | "ordinal";

/**
 * Krippendorff's alpha for any number of reviewers, with missing values: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Units judged
 * once say nothing and are left out. Null where nothing can be compared, or where only one category was ever chosen.
 */
export function krippendorffAlpha(units: readonly Unit[], categories: number, metric: Metric): number | null {
  const coincidences = Array.from({ length: categories }, () => Array<number>(categories).fill(0));
  for (const unit of units) {
    const counts = countsOf(unit, categories);
    const judges = sum(counts);
    if (judges < 2) continue;
    counts.forEach((one, c) => {
      const row = coincidences[c];
      if (one > 0 && row) counts.forEach((other, k) => (row[k] = (row[k] ?? 0) + (one * (other - Number(c === k))) / (judges - 1)));
    });
  }
  const totals = coincidences.map(sum);
  const n = sum(totals);
  let [observed, expected] = [0, 0];
  for (let c = 0; c < categories; c += 1)
    for (let k = c + 1; k < categories; k += 1) {
      const distance = metric === "nominal" ? 1 : ordinalDistance(totals, c, k);
      observed += (coincidences[c]?.[k] ?? 0) * distance;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * distance;
    }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** The square of how many judgements lie between two ranks, the ranks themselves by half. */
function ordinalDistance(totals: readonly number[], c: number, k: number): number {
  return (sum(totals.slice(c, k + 1)) - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
}

function chanceCorrected(observed: number, expected: number): number | null {
  // Sums of many fractions: what would be exactly 1 may miss it by a hair.
  return 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
}

export interface Interval {
  low: number;
  high: number;
}

/** At most this much arithmetic for one interval, in judged units. */
const WORK = 500_000;

/**
 * The 95 % interval of a figure by the percentile bootstrap over claims (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13): the
 * same seed gives the same interval. Null for fewer than two units, or where the figure can hardly ever be computed.
 */
export function bootstrapInterval(units: readonly Unit[], figure: (units: readonly Unit[]) => number | null, seed = 1): Interval | null {
  if (units.length < 2) return null;
  const rounds = Math.max(200, Math.min(1000, Math.floor(WORK / units.length)));
  const random = mulberry32(seed);
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const value = figure(units.map(() => units[Math.floor(random() * units.length)] ?? []));
    if (value !== null) found.push(value);
  }
  if (found.length < rounds / 2) return null;
  found.sort((x, y) => x - y);
  const at = (share: number) => found[Math.min(found.length - 1, Math.floor(share * found.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Numbers from 0 to 1, the same for the same seed; Mulberry32 by T. Ettinger, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
