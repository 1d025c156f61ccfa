"use client";

import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio";
import { TextArea } from "@/components/ui/text-area";
import { SKIP_REASONS, type SkipReason } from "@/lib/domain/claim";
import { useState } from "react";
import { SKIP_REASON_NAMES } from "./names";

const REASONS = SKIP_REASONS.map((value) => ({ value, label: SKIP_REASON_NAMES[value] }));

interface SkipDialogProps {
  onSkip: (reason: SkipReason, note: string) => Promise<boolean>;
  onClose: () => void;
}

/** A claim is skipped for a reason that is kept. */
export function SkipDialog({ onSkip, onClose }: SkipDialogProps) {
  const [reason, setReason] = useState<SkipReason | null>(null);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);

  async function skip() {
    if (!reason) return setMissing(true);
    if (await onSkip(reason, note)) onClose();
  }

  const footer = (
    <>
      <DialogClose>
        <Button>Cancel</Button>
      </DialogClose>
      <Button variant="primary" onClick={() => void skip()}>
        Skip the claim
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Skip this claim"
      description="It stays in the list with its reason, and can be taken up again."
      footer={footer}
    >
      <div className="grid gap-4">
        <Field label="Why is it not checked?" error={missing && !reason ? "Choose a reason." : undefined} required>
          <RadioGroup label="Why is it not checked?" options={REASONS} value={reason} onChange={setReason} />
        </Field>
        <Field label="Note">
          <TextArea value={note} rows={2} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

interface ReopenDialogProps {
  onReopen: (note: string) => Promise<boolean>;
  onClose: () => void;
}

/** A verdict that stands is opened again only with a reason, which the history keeps. */
export function ReopenDialog({ onReopen, onClose }: ReopenDialogProps) {
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);

  async function reopen() {
    if (!note.trim()) return setMissing(true);
    if (await onReopen(note)) onClose();
  }

  const footer = (
    <>
      <DialogClose>
        <Button>Cancel</Button>
      </DialogClose>
      <Button variant="primary" onClick={() => void reopen()}>
        Reopen
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Reopen this claim"
      description="The approval is taken back until it is approved again."
      footer={footer}
    >
      <Field label="What came up?" error={missing && !note.trim() ? "Say why: the history keeps it." : undefined} required>
        <TextArea value={note} rows={3} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Dialog>
  );
}

interface DeleteDialogProps {
  number: number;
  onDelete: () => void;
  onClose: () => void;
}

export function DeleteDialog({ number, onDelete, onClose }: DeleteDialogProps) {
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete claim ${number}?`}
      description="Its evidence, assessments and ruling go with it. It can be restored for some time."
      confirmLabel="Delete"
      danger
      onConfirm={onDelete}
    />
  );
}
