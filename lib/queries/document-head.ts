import { db } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import type { Actor } from "@/lib/domain/role";
import type { ScaleView } from "@/lib/domain/views";
import { documentPolicy } from "@/lib/policies/document";
import { scaleSelect, toScaleView } from "./scale";

export interface DocumentHeadView {
  document: { id: string; title: string; language: string; can: { edit: boolean } };
  scale: ScaleView;
}

/** What pages about a document's text need of the document itself. Throws `not_found`. */
export async function documentHead(actor: Actor, documentId: string): Promise<DocumentHeadView> {
  const prisma = await db();
  const row = await documentInScope(prisma, actor, documentId);
  const scale = await prisma.scale.findUniqueOrThrow({ where: { id: row.scaleId, workspaceId: actor.workspaceId }, select: scaleSelect });
  const { id, title, language } = row;
  return { document: { id, title, language, can: { edit: documentPolicy.edit(actor, row) } }, scale: toScaleView(scale) };
}
