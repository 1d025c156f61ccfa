import type { TextExtent } from "@/lib/domain/publication";
import type { Block, Span } from "@/lib/domain/text";
import type { Report } from "./report";

/** What stands where text was left out. */
const GAP = "[…]";

/**
 * The report with no more of the text than may be shown: all of it, the blocks in which a claim stands, or the claims' words alone. What is left out is
 * not in the result in any form; a gap says so. Offsets are those of the shorter text.
 */
export function cropReport(report: Report, extent: TextExtent): Report {
  if (extent === "full") return report;
  const { text, blocks } = report.revision;
  const fragments = report.claims.flatMap((claim) => claim.fragments);
  const kept = mergedSpans(extent === "quotes" ? fragments : blocks.filter((block) => fragments.some((span) => overlaps(span, block))));
  const shorter = new Shorter(text);
  for (const block of blocks)
    shorter.take(
      block,
      kept.filter((span) => overlaps(span, block)),
      extent,
    );
  return {
    ...report,
    revision: { ...report.revision, text: shorter.text, blocks: shorter.blocks },
    claims: report.claims.map((claim) => ({
      ...claim,
      // Their surroundings are text, too.
      lost: claim.lost.map(({ exact }) => ({ exact, prefix: "", suffix: "" })),
      fragments: claim.fragments.flatMap((span) => {
        const moved = shorter.place(span);
        return moved ? [{ ...span, ...moved, exact: shorter.text.slice(moved.start, moved.end) }] : [];
      }),
    })),
  };
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The text that stays, growing block by block, with the way from old offsets to new ones. */
class Shorter {
  text = "";
  readonly blocks: Block[] = [];
  /** In the order of the text: what stayed, and where it stands now. */
  private readonly moves: (Span & { to: number })[] = [];
  private gap = false;

  constructor(private readonly whole: string) {}

  /** Takes those spans of the block; a block without any becomes part of one gap with its neighbours. */
  take(block: Block, spans: readonly Span[], extent: TextExtent): void {
    if (spans.length === 0) {
      this.leaveOut();
      return;
    }
    this.gap = false;
    if (this.text !== "") this.text += "\n\n";
    const start = this.text.length;
    let at = block.start;
    for (const span of spans) {
      const from = Math.max(span.start, block.start);
      const to = Math.min(span.end, block.end);
      if (from > at) this.text += this.text.length === start ? `${GAP} ` : ` ${GAP} `;
      this.moves.push({ start: from, end: to, to: this.text.length });
      this.text += this.whole.slice(from, to);
      at = to;
    }
    if (at < block.end) this.text += ` ${GAP}`;
    const type = extent === "quotes" && block.type === "preformatted" ? "paragraph" : block.type;
    const marks = block.marks.flatMap((mark) => {
      const placed = this.place(mark);
      return placed ? [{ ...mark, ...placed }] : [];
    });
    this.blocks.push({ ...block, type, start, end: this.text.length, marks });
  }

  /** Where the part of the old span that stayed stands now; null when none did. */
  place(span: Span): Span | null {
    const parts = this.moves.filter((move) => overlaps(move, span));
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return null;
    return { start: first.to + Math.max(0, span.start - first.start), end: last.to + Math.min(last.end, span.end) - last.start };
  }

  private leaveOut(): void {
    if (this.gap) return;
    this.gap = true;
    if (this.text !== "") this.text += "\n\n";
    const start = this.text.length;
    this.text += GAP;
    this.blocks.push({ type: "paragraph", start, end: this.text.length, marks: [] });
  }
}
