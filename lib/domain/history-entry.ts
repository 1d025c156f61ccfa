import { z } from "zod";
import { Id, isStorable, Moment, prose } from "./fields";

/** The most lines of a history that a bundle brings in. */
const ENTRIES_MAX = 500_000;
/** How deep what changed may be nested; databases follow no further. */
const DEEPEST = 20;

/** What changed, field by field: any JSON that the database can hold. */
const Change = z.unknown().refine((value) => isStorableJson(value, 0), "Contains a control character, half of a character pair, or is nested too deep.");

/** One line of a document's history, as bundles tell it: who did what, when, and what changed. */
export const HistoryEntry = z.strictObject({
  at: Moment,
  by: prose(300),
  /** The person's id, among the people of the records; null where they have no account any more by which they could be known. */
  byId: Id.nullable().default(null),
  type: z.string().regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/, "Not a kind of change."),
  /** The claim's number. */
  claim: z.int().min(1).max(1_000_000).nullable(),
  /** Of which evidence, and of which comment, it holds words. */
  evidenceId: Id.nullable().default(null),
  commentId: Id.nullable().default(null),
  before: Change,
  after: Change,
});
export type HistoryEntry = z.output<typeof HistoryEntry>;

/** A document's history, oldest first. */
export const History = z.array(HistoryEntry).max(ENTRIES_MAX, `More than ${ENTRIES_MAX} entries.`);

function isStorableJson(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isStorable(value);
  if (typeof value !== "object" || value === null) return true;
  return depth < DEEPEST && Object.entries(value).every(([name, each]) => isStorable(name) && isStorableJson(each, depth + 1));
}
