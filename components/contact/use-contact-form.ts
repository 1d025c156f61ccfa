"use client";

import type { ContactOutcome } from "@/lib/domain/evidence";
import type { ClaimView } from "@/lib/domain/views";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useState } from "react";

export type ContactValues = { contactedOn: string | null; channel: string; outcome: ContactOutcome; note: string };

/** The form that notes a contact. Its words stay on this device until it is noted. */
export function useContactForm(claimId: string, personId: string, apply: (claim: ClaimView) => void): RecordForm<ContactValues> {
  const [blank] = useState(() => ({
    version: null,
    fields: { contactedOn: new Date().toISOString().slice(0, 10), channel: "", outcome: "asked", note: "" } satisfies ContactValues,
  }));
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      apply(await outbox.direct<ClaimView>({ method: "POST", path: `/claims/${claimId}/contacts`, body: values, idempotencyKey, about: "New contact" }));
      return blank;
    },
    [claimId, apply, blank, outbox],
  );
  return useRecordSaver<ContactValues>({ personId, record: `new-contact:${claimId}`, snapshot: blank, autosaves: never, acts: true, save });
}
