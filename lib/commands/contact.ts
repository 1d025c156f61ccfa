import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { claimInScope, contactInScope } from "@/lib/db/scopes";
import { CONTACT_OUTCOMES } from "@/lib/domain/evidence";
import { Day, Id, prose, requiredLine, toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { screenAtOnce } from "./screen";
import { touchDocument } from "./touch-document";

export const AddContact = z.object({
  claimId: Id,
  contactedOn: Day,
  channel: requiredLine(200),
  outcome: z.enum(CONTACT_OUTCOMES),
  note: prose(5000).default(""),
});

/** Notes an attempt to hear from whoever made the claim. */
export const addContact = command(
  AddContact,
  { summary: "Note that the claimant was contacted.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const claim = await claimInScope(tx, actor, input.claimId);
    authorize(claimPolicy, actor, "addEvidence", claim);
    await screenAtOnce(tx, actor, { channel: input.channel, note: input.note });
    await touchDocument(tx, claim.documentId, now);
    const { contactedOn, ...fields } = input;
    const contact = await tx.claimantContact.create({
      data: { ...fields, contactedOn: toDate(contactedOn) ?? now, workspaceId: actor.workspaceId, createdById: actor.userId, createdAt: now },
      select: { id: true },
    });
    const after = { contactedOn, channel: input.channel, outcome: input.outcome, note: input.note };
    await record(tx, actor, { type: "contact.added", documentId: claim.documentId, claimId: claim.id, after, ids: { contactId: contact.id } });
    return claimView(tx, actor, claim.id);
  },
);

export const TrashContact = z.object({ contactId: Id });

/** Takes a noted contact away; it can be restored. */
export const trashContact = command(TrashContact, { summary: "Take a noted contact with the claimant away." }, async ({ actor, tx, now }, input) =>
  setTrashed(tx, actor, await contactInScope(tx, actor, input.contactId), now, true),
);

export const RestoreContact = z.object({ contactId: Id });

/** Brings back a noted contact that was taken away. */
export const restoreContact = command(RestoreContact, { summary: "Bring back a noted contact that was taken away." }, async ({ actor, tx, now }, input) =>
  setTrashed(tx, actor, await contactInScope(tx, actor, input.contactId, "trashed"), now, false),
);

async function setTrashed(tx: Tx, actor: Actor, contact: Awaited<ReturnType<typeof contactInScope>>, now: Date, trashed: boolean) {
  const { claim } = contact;
  authorize(claimPolicy, actor, "addEvidence", claim);
  await touchDocument(tx, claim.documentId, now);
  await tx.claimantContact.update({ where: { id: contact.id }, data: { deletedAt: trashed ? now : null } });
  const shown = { channel: contact.channel };
  await record(tx, actor, {
    type: trashed ? "contact.trashed" : "contact.restored",
    documentId: claim.documentId,
    claimId: claim.id,
    ...(trashed ? { before: shown } : { after: shown }),
    ids: { contactId: contact.id },
  });
  return claimView(tx, actor, claim.id);
}
