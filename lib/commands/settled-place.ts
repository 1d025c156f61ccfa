import { mapThroughEdit } from "@/lib/anchoring/map-through-edit";
import { trimSpan } from "@/lib/anchoring/snap";
import type { Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import type { Span } from "@/lib/domain/text";
import { markedRevision } from "./fragments";

/** Words of the current text that a person chose on some revision of it. */
interface Choice {
  documentId: string;
  /** The revision that the person looked at. */
  revisionId: string;
  at: Span;
}

/**
 * The chosen place in the current text, without white space at its ends. Throws `invalid` when there are no words, `conflict` (with what `present` answers)
 * when the text changed there since the revision.
 */
export async function settledPlace(tx: Tx, current: { id: string; text: string }, choice: Choice, present: () => Promise<unknown>): Promise<Span> {
  const { revisionId, at } = choice;
  const seen = revisionId === current.id ? current : await markedRevision(tx, choice.documentId, revisionId);
  if (at.end > seen.text.length) throw invalidField("at.end", `The text ends at ${String(seen.text.length)}.`);
  const span = at.start < at.end ? trimSpan(seen.text, at) : at;
  if (span.start >= span.end) throw invalidField("at", "Choose at least one word.");
  if (seen === current) return span;
  const [mapped] = mapThroughEdit(seen.text, current.text, [span]);
  if (!mapped || mapped.touched)
    throw new AppError("conflict", "The text was changed at this place while you were looking. Reload the page and look again.", { current: await present() });
  return { start: mapped.start, end: mapped.end };
}
