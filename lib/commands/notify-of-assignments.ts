import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { notify } from "./notify";

/** Tells people that they were asked to work on claims of a document: of one by its name, of several at once in one word about the document. */
export async function notifyOfAssignments(
  tx: Tx,
  actor: Pick<Actor, "userId" | "workspaceId">,
  documentId: string,
  made: readonly { claimId: string; personId: string }[],
  now: Date,
): Promise<void> {
  const claimsOf = new Map<string, string[]>();
  for (const { claimId, personId } of made) claimsOf.set(personId, [...(claimsOf.get(personId) ?? []), claimId]);
  for (const [personId, [claimId = null, ...more]] of claimsOf)
    await notify(tx, actor, { kind: "assigned", to: [personId], documentId, claimId: more.length === 0 ? claimId : null }, now);
}
