"use client";

import { useState } from "react";
import { useSourceForm } from "@/components/evidence/use-evidence-forms";
import type { SourceView } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import { SourceDialog } from "./source-dialog";

interface EditSourceDialogProps {
  source: SourceView;
  personId: string;
  onSaved: () => void;
  onOpenTwin: (twin: SourceView) => void;
  onClose: () => void;
}

/** Changes a source of the library. */
export function EditSourceDialog({ source, personId, onSaved, onOpenTwin, onClose }: EditSourceDialogProps) {
  const [twin, setTwin] = useState<SourceView | null>(null);
  const form = useSourceForm(source, personId, setTwin);

  async function submit() {
    setTwin(null);
    if (await form.submit()) onSaved();
  }

  return (
    <SourceDialog
      title="Edit source"
      {...(source.usageCount > 0 ? { description: `Used by ${countOf(source.usageCount, "piece")} of evidence: a change here shows at each.` } : {})}
      action="Save"
      discardLabel="Discard changes"
      form={form}
      twin={twin}
      onOpenTwin={onOpenTwin}
      onSubmit={() => void submit()}
      onClose={onClose}
    />
  );
}
