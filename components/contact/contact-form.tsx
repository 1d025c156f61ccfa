"use client";

import { SavedChoice } from "@/components/document/saved-choice";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea, SavedDate, SavedText } from "@/components/draft/saved-inputs";
import { Button } from "@/components/ui/button";
import { CONTACT_OUTCOME_NAMES, CONTACT_OUTCOMES } from "@/lib/domain/evidence";
import type { ClaimView } from "@/lib/domain/views";
import { useContactForm } from "./use-contact-form";

const OUTCOMES = CONTACT_OUTCOMES.map((value) => ({ value, label: CONTACT_OUTCOME_NAMES[value] }));

interface ContactFormProps {
  claimId: string;
  personId: string;
  apply: (claim: ClaimView) => void;
  onClose: () => void;
}

/** Notes an attempt to hear from whoever made the claim. */
export function ContactForm({ claimId, personId, apply, onClose }: ContactFormProps) {
  const form = useContactForm(claimId, personId, apply);

  async function submit() {
    if (await form.submit()) onClose();
  }

  return (
    <div role="group" aria-label="New contact" className="grid gap-3 rounded-[10px] border border-line px-3 py-3">
      <SavedText label="Whom, and how" field={form.field("channel")} placeholder="E-mail to the press office" required autoFocus />
      <div className="grid grid-cols-2 gap-3">
        <SavedDate label="On" field={form.field("contactedOn")} />
        <SavedChoice label="Outcome" field={form.field("outcome")} options={OUTCOMES} />
      </div>
      <SavedArea label="Asked and answered" field={form.field("note")} rows={2} />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Close</Button>
        <Button variant="primary" loading={form.status === "saving"} onClick={() => void submit()}>
          Note the contact
        </Button>
      </div>
    </div>
  );
}
