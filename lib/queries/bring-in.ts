import { db } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import type { Actor } from "@/lib/domain/role";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";

export interface BringInView {
  document: { id: string; title: string; marksApart: boolean };
  can: { endMarkingApart: boolean };
}

/** What the page needs on which claims are brought in. Throws `not_found`, `forbidden`. */
export async function bringInView(actor: Actor, documentId: string): Promise<BringInView> {
  const { id, title, marksApart, createdById } = await documentInScope(await db(), actor, documentId);
  authorize(documentPolicy, actor, "mark");
  return { document: { id, title, marksApart }, can: { endMarkingApart: documentPolicy.edit(actor, { createdById }) } };
}
