import { z } from "zod";
import { documentInScope, TRASHED } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { command } from "./command";

export const TrashDocument = z.object({ documentId: Id });

/** Puts a document in the trash, from where it can be restored for the days that the workspace says. */
export const trashDocument = command(TrashDocument, { summary: "Put a document in the trash." }, async ({ actor, tx, now }, input) => {
  const document = await documentInScope(tx, actor, input.documentId);
  authorize(documentPolicy, actor, "delete", document);
  if ((await tx.publicPage.count({ where: { documentId: document.id, revokedAt: null } })) > 0)
    throw new AppError("closed", "This document is published. Take its page back first, under “Publish”.");
  await tx.document.update({ where: { id: document.id }, data: { deletedAt: now, version: { increment: 1 } } });
  await record(tx, actor, { type: "document.trashed", documentId: document.id });
  return { id: document.id, deleted: true };
});

export const RestoreDocument = z.object({ documentId: Id });

/** Takes a document out of the trash. */
export const restoreDocument = command(RestoreDocument, { summary: "Take a document out of the trash." }, async ({ actor, tx, now }, input) => {
  const document = await tx.document.findFirst({ where: { id: input.documentId, workspaceId: actor.workspaceId, ...TRASHED } });
  if (!document) throw new AppError("not_found", "There is no such document in the trash.");
  authorize(documentPolicy, actor, "delete", document);
  await tx.document.update({ where: { id: document.id }, data: { deletedAt: null, updatedAt: now, version: { increment: 1 } } });
  await record(tx, actor, { type: "document.restored", documentId: document.id });
  return { id: document.id, deleted: false };
});
