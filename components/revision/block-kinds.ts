import type { EditedBlock } from "./edited-block";
import type { BlockKind } from "./editor-state";

/** The kinds that a block can be given, with the words for them. */
export const BLOCK_KINDS: readonly (BlockKind & { value: string; name: string })[] = [
  { value: "paragraph", type: "paragraph", name: "Paragraph" },
  { value: "heading1", type: "heading", level: 1, name: "Heading" },
  { value: "heading2", type: "heading", level: 2, name: "Heading, second level" },
  { value: "heading3", type: "heading", level: 3, name: "Heading, third level" },
  { value: "quote", type: "quote", name: "Quote" },
  { value: "list_item", type: "list_item", name: "List item" },
  { value: "turn", type: "turn", name: "Turn of a speaker" },
  { value: "preformatted", type: "preformatted", name: "Preformatted" },
];

/** The kind of a block among those; headings of the lower levels count as the lowest. */
export function kindOf({ type, level = 1 }: Pick<EditedBlock, "type" | "level">): (typeof BLOCK_KINDS)[number] | undefined {
  return BLOCK_KINDS.find((kind) => kind.type === type && (kind.level === undefined || kind.level === Math.min(level, 3)));
}
