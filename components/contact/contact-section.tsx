"use client";

import { Button, IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { NoteContext } from "@/components/workbench/undo-note";
import { unlessRefused } from "@/components/workbench/unless-refused";
import { CONTACT_OUTCOME_NAMES } from "@/lib/domain/evidence";
import type { ClaimView, ContactView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import { formatDateShort } from "@/lib/ui/format";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { Plus, Trash2 } from "lucide-react";
import { use, useState } from "react";
import { ContactForm } from "./contact-form";

interface ContactSectionProps {
  claim: ClaimView;
  personId: string;
  apply: (claim: ClaimView) => void;
}

/** The attempts to hear from whoever made the claim, and the way to note one. */
export function ContactSection({ claim, personId, apply }: ContactSectionProps) {
  const { outbox } = useSaveRegistry();
  const note = use(NoteContext);
  const [adding, setAdding] = useState(false);
  const { contacts } = claim;
  const editable = claim.can.addEvidence;
  if (contacts.length === 0 && !editable) return null;

  async function remove({ id }: ContactView) {
    const drop = async () => apply(await outbox.queued<ClaimView>({ method: "DELETE", path: `/contacts/${id}`, about: "Contact" }));
    try {
      await drop();
      note("Contact deleted.", {
        undone: "The contact is back.",
        redone: "The contact is deleted again.",
        undo: () =>
          unlessRefused(async () => apply(await outbox.queued<ClaimView>({ method: "POST", path: `/contacts/${id}/restore`, body: {}, about: "Contact" }))),
        redo: () => unlessRefused(drop),
      });
    } catch (error) {
      toast.error("The contact could not be deleted.", apiErrorOf(error).message);
    }
  }

  return (
    <section aria-label="Contact with the claimant" data-gate="contact" className="grid gap-2">
      {contacts.length > 0 && (
        <>
          <h3 className="eyebrow">Contact with the claimant</h3>
          <ul className="grid gap-2">
            {contacts.map((contact) => (
              <li key={contact.id} className="grid gap-0.5 rounded-[10px] border border-line px-3 py-2 text-sm">
                <div className="flex items-start gap-2">
                  <p dir="auto" className="min-w-0 flex-1 font-medium wrap-anywhere">
                    {contact.channel}
                  </p>
                  {editable && (
                    <IconButton
                      size="sm"
                      label={`Delete contact: ${contact.channel}`}
                      icon={<Trash2 size={14} />}
                      onClick={() => void remove(contact)}
                      className="-my-1 -me-1.5"
                    />
                  )}
                </div>
                <p className="text-xs text-ink-3">
                  {CONTACT_OUTCOME_NAMES[contact.outcome]} · {formatDateShort(contact.contactedOn)} · {contact.createdBy.name}
                </p>
                {contact.note && (
                  <p dir="auto" className="text-xs whitespace-pre-line text-ink-2">
                    {contact.note}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {editable && adding && <ContactForm claimId={claim.id} personId={personId} apply={apply} onClose={() => setAdding(false)} />}
      {editable && !adding && (
        <Button variant="ghost" onClick={() => setAdding(true)} icon={<Plus aria-hidden size={14} />} className="-ms-3 justify-self-start">
          Note a contact with the claimant
        </Button>
      )}
    </section>
  );
}
