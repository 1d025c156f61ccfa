import { ANCHOR_STATUSES, gravityOf, joinedQuote, mergeSpans, type Anchor } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";
import { cleanField } from "./clean";
import type { Audience, ReportClaim } from "./report-claim";

/** Words of the text that a claim is about. UTF-16 units. */
export interface ReportFragment extends Span {
  exact: string;
  /** How sure the place is; in the desk's reports alone, since a reader's report holds no other than sure places. */
  place?: ReportPlace;
}

/** What the last correction of the text did to a place, and how far the words are those that were quoted, 0 to 1. */
export interface ReportPlace extends Pick<Anchor, "status" | "similarity"> {
  /** What was quoted, while nobody has confirmed that these words are it; "" else. */
  quoted: string;
}

/**
 * Parts the anchors that can be shown in the text from those that cannot: orphans, spans of nothing but white space and, for readers, places that
 * nobody has confirmed, so that no verdict stands on them.
 */
export function placed(anchors: readonly Anchor[], text: string, audience: Audience): Pick<ReportClaim, "fragments" | "lost"> {
  const shown: Anchor[] = [];
  const lost: ReportClaim["lost"] = [];
  for (const anchor of anchors) {
    const hidden = anchor.status === "orphaned" || (anchor.status === "uncertain" && audience === "reader");
    const span = hidden ? null : clip(anchor, text);
    if (span) shown.push({ ...anchor, ...span });
    else lost.push({ exact: cleanField(anchor.exact), prefix: cleanField(anchor.prefix), suffix: cleanField(anchor.suffix) });
  }
  const fragments = mergeSpans(shown).map(({ start, end }): ReportFragment => {
    const parts = audience === "desk" ? shown.filter((anchor) => anchor.start < end && start < anchor.end) : [];
    return { start, end, exact: text.slice(start, end), ...(parts.length === 0 ? {} : { place: placeOf(parts) }) };
  });
  return { fragments, lost };
}

/** United places are as sure as the least sure of them. */
function placeOf(parts: readonly Anchor[]): ReportPlace {
  const worst = Math.max(...parts.map(({ status }) => gravityOf(status)));
  return {
    status: ANCHOR_STATUSES[worst] ?? "uncertain",
    similarity: Math.min(...parts.map(({ similarity }) => similarity)),
    quoted: cleanField(joinedQuote(parts.filter(({ status }) => status === "uncertain"))),
  };
}

/** The part of the span that lies in the text, widened where it would cut a surrogate pair; null when nothing can be seen of it. */
function clip(span: Span, text: string): Span | null {
  let start = Math.min(Math.max(0, Math.trunc(span.start)), text.length);
  let end = Math.min(Math.max(0, Math.trunc(span.end)), text.length);
  if (cutsPair(text, start)) start -= 1;
  if (cutsPair(text, end)) end += 1;
  return text.slice(start, end).trim() === "" ? null : { start, end };
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
