import { z } from "zod";
import { migrateAnchors, type Placed } from "@/lib/anchoring/migrate";
import { db, type Tx } from "@/lib/db/client";
import { insertAnchors } from "@/lib/db/insert-anchors";
import { lockedDocument } from "@/lib/db/scopes";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { AppError } from "@/lib/domain/errors";
import { line } from "@/lib/domain/fields";
import { doubtChanged, needsConfirmation } from "@/lib/domain/outcome";
import { NOTE_MAX } from "@/lib/domain/revision";
import { searchTextOf } from "@/lib/domain/search";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { readWorkbench } from "@/lib/queries/document";
import { preparedCommand } from "./command";
import { MAX_IMPORT_BODY_BYTES } from "./import-source";
import { applyOutcomes } from "./revision-outcomes";
import { anchorsOf, draftRevision, expectCurrent, placesByClaim, revisionFields, type DraftRevision } from "./revision-input";
import { screenAtOnce } from "./screen";

export const ReviseDocument = z.object({
  ...revisionFields,
  /** Why the text is corrected. */
  note: line(NOTE_MAX).default(""),
});

/**
 * Saves a corrected text as the document's next revision, takes every anchor along (of trashed claims too), sends approved claims whose words changed
 * back to review, and has a person confirm those of published ones. Fails with `conflict` when the text was corrected since `base`.
 */
export const reviseDocument = preparedCommand(
  ReviseDocument,
  { summary: "Save a correction of the text as its next revision.", status: 201, contributes: true, maxBytes: MAX_IMPORT_BODY_BYTES },
  async (actor, input) => draftRevision(await db(), actor, input),
  async ({ actor, tx, now }, input, draft) => {
    const document = await lockedDocument(tx, actor, input.documentId);
    authorize(documentPolicy, actor, "edit", document);
    await screenAtOnce(tx, actor, { note: input.note });
    if (document.marksApart)
      throw new AppError("closed", "While each reviewer marks for themselves, the text stays as it is. End that first, in the settings.");
    expectCurrent(document, input.base);
    const { text, wordCount } = draft;
    const { wordsAdded, wordsRemoved } = draft.correction;
    const number = document.revision + 1;
    const scope = { workspaceId: actor.workspaceId, documentId: document.id };
    const revision = await tx.revision.create({
      data: {
        ...scope,
        number,
        text: text.text,
        blocks: text.blocks.map((block) => ({ ...block, marks: block.marks.map((mark) => ({ ...mark })) })),
        ...{ wordCount, wordsAdded, wordsRemoved, note: input.note },
        createdById: actor.userId,
        createdAt: now,
      },
      select: { id: true },
    });
    const { before, after } = await migrated(tx, document.id, draft);
    await insertAnchors(tx, { ...scope, revisionId: revision.id }, after);
    await tx.document.update({
      where: { id: document.id },
      data: { revision: number, wordCount, searchText: searchTextOf(document, text.text), updatedAt: now },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "document.revised",
      documentId: document.id,
      before: { revision: document.revision },
      after: { revision: number, wordsAdded, wordsRemoved, note: input.note },
    });
    await applyOutcomes(tx, actor, { document, number, text: text.text, places: placesByClaim(before, after), now });
    return readWorkbench(tx, actor, document.id);
  },
);

/** The anchors as they are now that nobody else can change them, and what becomes of them: the few that came since the draft are taken along here. */
async function migrated(tx: Tx, documentId: string, { base, text, correction }: DraftRevision): Promise<{ before: Placed[]; after: Placed[] }> {
  const present = await tx.anchor.findMany({ where: { documentId, revisionId: base.id }, select: { id: true } });
  const ids = new Set(present.map(({ id }) => id));
  const known = new Set(base.anchors.map(({ id }) => id));
  const unknown = [...ids].filter((id) => !known.has(id));
  const late = unknown.length === 0 ? [] : await anchorsOf(tx, documentId, base.id, { id: { in: unknown } });
  const stays = base.anchors.map(({ id }) => ids.has(id));
  const before = [...base.anchors.filter((_, index) => stays[index]), ...late];
  const after = [...correction.anchors.filter((_, index) => stays[index]), ...(late.length === 0 ? [] : migrateAnchors(base.text, text.text, late))];
  const shown = await tx.claim.findMany({ where: { documentId, state: { in: CLAIM_STATES.filter(needsConfirmation) } }, select: { id: true } });
  return { before, after: doubtChanged(before, after, new Set(shown.map(({ id }) => id))) };
}
