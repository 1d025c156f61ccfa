import { BLOCK_TYPES } from "@/lib/domain/text";
import { sameBlock, type EditedBlock } from "./edited-block";
import { z } from "./zod";

/** What this device keeps of a corrected text: a number stands for an unchanged block of the base. */
const KeptBlocks = z.array(
  z.union([
    z.int().min(0),
    z.object({
      base: z.int().min(0).nullable(),
      type: z.enum(BLOCK_TYPES),
      text: z.string(),
      level: z.number().exactOptional(),
      speaker: z.string().exactOptional(),
      time: z.string().exactOptional(),
      marks: z.array(z.object({ type: z.enum(["strong", "emphasis", "code", "link"]), start: z.number(), end: z.number(), href: z.string().exactOptional() })),
    }),
  ]),
);

/** The corrected blocks as text, small where little was changed. */
export function packBlocks(blocks: readonly EditedBlock[], base: readonly EditedBlock[]): string {
  const kept = blocks.map((block) => {
    const original = block.base === null ? undefined : base[block.base];
    if (original && sameBlock(block, original)) return block.base;
    const { id: _, ...rest } = block;
    return rest;
  });
  return JSON.stringify(kept);
}

/** The blocks out of such a text; null when it does not fit the base. */
export function unpackBlocks(packed: string, base: readonly EditedBlock[]): EditedBlock[] | null {
  const kept = KeptBlocks.safeParse(parsed(packed));
  if (!kept.success) return null;
  const blocks = kept.data.map((each, index): EditedBlock | undefined => {
    if (typeof each === "number") return base[each];
    return { ...each, id: each.base === null ? `kept-${String(index)}` : `base-${String(each.base)}` };
  });
  const whole = blocks.filter((block) => block !== undefined);
  return whole.length === blocks.length && whole.length > 0 ? whole : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
