import type { Block, Mark, Span } from "@/lib/domain/text";
import type { Report } from "./report";
import type { ReportClaim } from "./report-claim";

/** A stretch of a block within which nothing changes: neither the claims that cover it nor its marks. */
export interface Segment extends Span {
  /** In the order in which they began: the last is the innermost. */
  claims: ReportClaim[];
  marks: Mark[];
  /** The fragments that begin here, by their place in the claim. */
  begins: { claim: ReportClaim; fragment: number }[];
  /** The claims of which the last fragment ends here, in the order of their numbers. */
  ends: ReportClaim[];
  /** The fragments other than the last of their claim that end here, in the order of the claims' numbers. */
  pauses: { claim: ReportClaim; fragment: number }[];
}

/** A block with its claims laid flat, however they overlap. */
export interface LaidBlock {
  block: Block;
  segments: Segment[];
  /** The claims that end in this block. */
  ends: ReportClaim[];
}

interface Piece extends Span {
  claim: ReportClaim;
  fragment: number;
  last: boolean;
}

/** Lays the claims over the blocks in one sweep; time grows with the text plus what is covered. */
export function layOut(report: Report): LaidBlock[] {
  const pieces = report.claims.flatMap(piecesOf).sort((a, b) => a.start - b.start || b.end - a.end || a.claim.number - b.claim.number);
  const { blocks } = report.revision;
  let next = 0;
  let open: Piece[] = [];
  return blocks.map((block, index) => {
    for (let piece = pieces[next]; piece && piece.start < block.end; piece = pieces[(next += 1)]) open.push(piece);
    open = open.filter((piece) => piece.end > block.start);
    return layBlock(block, open, blocks[index - 1]?.end ?? 0, blocks[index + 1]?.start ?? Infinity);
  });
}

function piecesOf(claim: ReportClaim): Piece[] {
  return claim.fragments.map(({ start, end }, fragment) => ({ start, end, claim, fragment, last: fragment === claim.fragments.length - 1 }));
}

/** A fragment that reaches into the white space around the block begins and ends with the block. */
function layBlock(block: Block, pieces: readonly Piece[], previousEnd: number, nextStart: number): LaidBlock {
  const within = (offset: number) => Math.min(Math.max(offset, block.start), block.end);
  const cuts = [...pieces, ...block.marks].flatMap((span) => [within(span.start), within(span.end)]);
  const points = [...new Set([block.start, ...cuts, block.end])].sort((a, b) => a - b);
  const startingPieces = byStart(pieces, within);
  const startingMarks = byStart(block.marks, within);

  const segments: Segment[] = [];
  let covering: Piece[] = [];
  let marks: Mark[] = [];
  for (const [index, start] of points.entries()) {
    const end = points[index + 1];
    if (end === undefined) break;
    const starting = startingPieces.get(start) ?? [];
    covering = [...covering, ...starting];
    marks = [...marks, ...(startingMarks.get(start) ?? [])];
    const ending = covering.filter((piece) => within(piece.end) === end && piece.end <= nextStart);
    segments.push({
      start,
      end,
      claims: covering.map((piece) => piece.claim),
      marks,
      begins: starting.filter((piece) => piece.start >= previousEnd),
      ends: ending
        .filter((piece) => piece.last)
        .map((piece) => piece.claim)
        .sort(byNumber),
      pauses: ending.filter((piece) => !piece.last).sort((a, b) => byNumber(a.claim, b.claim)),
    });
    covering = covering.filter((piece) => piece.end > end);
    marks = marks.filter((mark) => mark.end > end);
  }
  return { block, segments, ends: segments.flatMap((segment) => segment.ends).sort(byNumber) };
}

function byStart<T extends Span>(spans: readonly T[], within: (offset: number) => number): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const span of spans) {
    const list = lists.get(within(span.start));
    if (list) list.push(span);
    else lists.set(within(span.start), [span]);
  }
  return lists;
}

function byNumber(a: ReportClaim, b: ReportClaim): number {
  return a.number - b.number;
}
