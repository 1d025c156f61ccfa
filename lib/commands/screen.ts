import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";
import { matchIn } from "@/lib/domain/word-list";

/** What somebody writes, by field, as the request names it. */
export type Written = Readonly<Record<string, string | null | undefined>>;

/** Refuses what has a word or link that the workspace does not allow. Throws `invalid`, and names the field. */
export async function screen(tx: Tx, actor: Actor, written: Written): Promise<void> {
  const { refusedTerms } = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { refusedTerms: true } });
  for (const [field, text] of Object.entries(written)) {
    const entry = text ? matchIn(refusedTerms, text) : null;
    if (entry === null) continue;
    const message = `“${entry}” is on the list of words and links that this workspace does not take. Take it out, and send it again.`;
    throw new AppError("invalid", message, { fields: [{ field, message }] });
  }
}
