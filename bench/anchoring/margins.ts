import { MARGINS, type Margins } from "../../lib/anchoring/judge";
import { markdown } from "./markdown";
import type { Job } from "./jobs";
import { measure, type Measurement } from "./measure";
import { assay } from "./systems";

/** What the engine does with other margins between the best place and the next one. */
export interface MarginPoint extends Margins {
  chosen: boolean;
  /** Of the exact and the edited quotes: rightly placed, whether a person is asked or not. */
  correct: number;
  /** Placed, but a person is asked to look. */
  asked: number;
  /** Of all quotes, deleted ones too: placed wrongly, and nobody is asked. */
  false: number;
}

const RIVAL = [0, 0.02, 0.04, MARGINS.rival, 0.1, 0.15, 0.2];
const TWIN = [0, 0.04, 0.08, MARGINS.twin, 0.15, 0.2, 0.3];

/** Moves one margin while the other stays as it was chosen; jobs of one corpus, of which the last is that of deleted quotes. */
export async function marginCurve(present: readonly Job[], deleted: Job): Promise<MarginPoint[]> {
  const points: MarginPoint[] = [];
  for (const margins of [...RIVAL.map((rival) => ({ ...MARGINS, rival })), ...TWIN.map((twin) => ({ ...MARGINS, twin }))]) {
    const found: Measurement[] = [];
    for (const job of present) found.push(await measure(assay(margins), job, 1, Infinity));
    const gone = await measure(assay(margins), deleted, 1, Infinity);
    const sum = (of: (each: Measurement) => number) => found.reduce((total, each) => total + of(each), 0);
    const chosen = margins.rival === MARGINS.rival && margins.twin === MARGINS.twin;
    const asked = sum(({ uncertain }) => uncertain) + gone.uncertain;
    points.push({
      ...margins,
      chosen,
      correct: sum(({ correct }) => correct),
      asked,
      false: sum(({ wrongAndCertain }) => wrongAndCertain) + gone.wrongAndCertain,
    });
  }
  return points;
}

/** The curves of both corpora side by side. */
export function marginTable(curves: Record<string, readonly MarginPoint[]>): string {
  const corpora = Object.keys(curves);
  const [first = []] = Object.values(curves);
  return markdown(
    ["margin", "of a twin", ...corpora.flatMap((corpus) => [`${corpus}: correct of 2,000`, "asks a person", "false"])],
    first.map((point, index) => {
      const mark = (margin: number) => (point.chosen ? `**${margin.toFixed(3)}**` : margin.toFixed(3));
      const cells = corpora.flatMap((corpus) => {
        const each = curves[corpus]?.[index];
        return each ? [`${each.correct}`, `${each.asked}`, `${each.false}`] : [];
      });
      return [mark(point.rival), mark(point.twin), ...cells];
    }),
  );
}
