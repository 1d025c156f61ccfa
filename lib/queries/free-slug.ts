import type { Tx } from "@/lib/db/client";
import { slugOf } from "@/lib/domain/publication";

/** A name for the page of a document with this title that no page has yet. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = slugOf(title);
  const taken = new Set((await tx.publicPage.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(({ slug }) => slug));
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
