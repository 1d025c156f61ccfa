"use client";

import { useState } from "react";
import type { SourceView } from "@/lib/domain/views";
import { SourceDialog } from "./source-dialog";
import { useNewSourceForm } from "./use-new-source-form";

interface AddSourceDialogProps {
  personId: string;
  onSaved: () => void;
  onOpenTwin: (twin: SourceView) => void;
  onClose: () => void;
}

/** Adds a source to the library. */
export function AddSourceDialog({ personId, onSaved, onOpenTwin, onClose }: AddSourceDialogProps) {
  const [twin, setTwin] = useState<SourceView | null>(null);
  const [missing, setMissing] = useState(false);
  const form = useNewSourceForm(personId, setTwin);
  const nothing = !form.dirty;

  async function submit() {
    setTwin(null);
    setMissing(nothing);
    if (!nothing && (await form.submit())) onSaved();
  }

  const checked = missing && nothing ? { ...form, failure: "Write at least the title." } : form;
  return (
    <SourceDialog
      title="Add a source"
      description="Once it is in the library, every claim can use it as evidence."
      action="Add source"
      discardLabel="Start over"
      form={checked}
      twin={twin}
      onOpenTwin={onOpenTwin}
      onSubmit={() => void submit()}
      onClose={onClose}
    />
  );
}
