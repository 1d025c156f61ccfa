import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import type { ReviewMode } from "@/lib/domain/review";
import type { Actor } from "@/lib/domain/role";
import type { ScaleMoveView, ScaleView } from "@/lib/domain/views";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { scaleSelect, toScaleView } from "./scale";

/** The versions of the document's scale other than its own, the newest first. */
export async function otherVersions(tx: Tx, { workspaceId, scaleId }: { workspaceId: string; scaleId: string }): Promise<ScaleView[]> {
  const { template } = await tx.scale.findUniqueOrThrow({ where: { id: scaleId, workspaceId }, select: { template: true } });
  const rows = await tx.scale.findMany({ where: { workspaceId, template, id: { not: scaleId } }, select: scaleSelect, orderBy: { version: "desc" } });
  return rows.filter(({ labels }) => labels.length > 0).map(toScaleView);
}

/** Whether claims of the document may be assessed blind now, whether somebody has done so or not. */
export async function isOpenBlind(tx: Tx, { id, reviewMode }: { id: string; reviewMode: ReviewMode }): Promise<boolean> {
  return reviewMode !== "proposal" && (await tx.claim.count({ where: { documentId: id, assessedAt: null } })) > 0;
}

export const ScaleMove = z.object({ documentId: Id });

/** What an editor sees before the claims of a document are moved to another version of its scale. */
async function scaleMove(actor: Actor, documentId: string): Promise<ScaleMoveView> {
  const prisma = await db();
  const document = await documentInScope(prisma, actor, documentId);
  authorize(documentPolicy, actor, "moveScale");
  const [own, versions, whole, rulings] = await Promise.all([
    prisma.scale.findUniqueOrThrow({ where: { id: document.scaleId, workspaceId: actor.workspaceId }, select: scaleSelect }),
    otherVersions(prisma, document),
    isOpenBlind(prisma, document),
    // Rulings alone: who assessed how may be kept blind, also from editors.
    prisma.ruling.findMany({
      where: { claim: { documentId, deletedAt: null } },
      select: { labelId: true, claim: { select: { id: true, number: true } } },
      orderBy: { claim: { number: "asc" } },
    }),
  ]);
  const [newest] = versions;
  if (!newest) throw new AppError("conflict", "There is no other version of this document’s scale.");
  const claims: ScaleMoveView["claims"] = {};
  for (const { labelId, claim } of rulings) if (labelId !== null) (claims[labelId] ??= []).push(claim);
  return { version: document.version, from: toScaleView(own), versions, whole, claims };
}

/** The other versions of a document's scale, and which claims carry which label now. */
export const getScaleMove = query(ScaleMove, { summary: "See what it takes to move a document to another version of its scale." }, (actor, { documentId }) =>
  scaleMove(actor, documentId),
);
