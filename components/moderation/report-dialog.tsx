"use client";

import { useCallback } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { SavedChoice } from "@/components/document/saved-choice";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea } from "@/components/draft/saved-inputs";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { FLAG_REASON_NAMES, FLAG_REASONS, type FlagReason } from "@/lib/domain/flag";
import { SUBJECT_NAMES, type ModerationSubject } from "@/lib/domain/moderation";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver } from "@/lib/ui/use-record-saver";

type Values = { reason: FlagReason | ""; note: string };
const BLANK = { version: null, fields: { reason: "", note: "" } satisfies Values };
const REASONS = [{ value: "" as const, label: "Choose what is wrong" }, ...FLAG_REASONS.map((value) => ({ value, label: FLAG_REASON_NAMES[value] }))];

/** Reports something to the moderators. */
export function ReportDialog({ subject, id, onClose }: { subject: ModerationSubject; id: string; onClose: () => void }) {
  const { person } = useDesk();
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      await outbox.direct({ method: "POST", path: "/flags", body: { subject, id, ...BLANK.fields, ...values }, idempotencyKey, about: "Report" });
      return BLANK;
    },
    [subject, id, outbox],
  );
  const form = useRecordSaver<Values>({ personId: person.id, record: `report:${id}`, snapshot: BLANK, autosaves: never, acts: true, save });

  async function submit() {
    if (!(await form.submit())) return;
    onClose();
    toast.success("Reported", "A moderator will look at it. What became of it stands under “Reports and decisions” in your menu.");
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={`Report this ${SUBJECT_NAMES[subject].toLowerCase()}`}
      description="Moderators see who reported. Whoever wrote it does not."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="report" variant="primary" loading={form.status === "saving"}>
            Report
          </Button>
        </>
      }
    >
      <form
        id="report"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SavedChoice label="What is wrong" field={form.field("reason")} options={REASONS} />
        <SavedArea label="What a moderator should know" field={form.field("note")} rows={3} />
        {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      </form>
    </Dialog>
  );
}
