"use client";

import { useFileDrop } from "@/components/document/use-file-drop";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea, SavedDate, SavedText } from "@/components/draft/saved-inputs";
import { submitsForm } from "@/components/evidence/submits-form";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SNAPSHOT_MAX_BYTES } from "@/lib/domain/snapshot";
import type { ClaimView, EvidenceView } from "@/lib/domain/views";
import { formatBytes } from "@/lib/ui/format";
import { FileText, Upload, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSnapshotForm, type SnapshotForm } from "./use-snapshot-form";

const ACCEPT = ".pdf,.png,.jpg,.jpeg,.webp,.html,.htm,.txt,application/pdf,image/png,image/jpeg,image/webp,text/html,text/plain";

interface AddSnapshotDialogProps {
  evidence: EvidenceView;
  personId: string;
  apply: (claim: ClaimView) => void;
  /** What was dropped on the evidence, if it began so. */
  dropped: File | null;
  onClose: () => void;
}

/** Keeps what a source says now: a file, chosen or dropped, or words from the clipboard. */
export function AddSnapshotDialog({ evidence, personId, apply, dropped, onClose }: AddSnapshotDialogProps) {
  const form = useSnapshotForm(evidence.id, personId, apply);
  const [missing, setMissing] = useState(false);
  const dropping = useFileDrop((file) => void form.choose(file));
  const saving = form.status === "saving";

  const first = useRef(dropped);
  const { choose } = form;
  useEffect(() => {
    const file = first.current;
    first.current = null;
    if (file) void choose(file);
  }, [choose]);

  async function submit() {
    if (saving) return;
    const nothing = !form.file && form.values.content.trim() === "";
    setMissing(nothing);
    if (!nothing && (await form.submit())) onClose();
  }

  const footer = (
    <>
      <span className="me-auto min-w-0 flex-1">
        {saving ? (
          <span className="grid max-w-56 gap-1.5">
            <span className="text-xs text-ink-3">Sending{form.file && ` ${formatBytes(form.file.size)}`}…</span>
            <ProgressBar label="Sending the snapshot" value={null} />
          </span>
        ) : (
          <FormNote status={form.status} failure={null} unsent={form.file ? "" : "Kept on this device until it is added."} />
        )}
      </span>
      <Button variant="primary" aria-disabled={saving || undefined} onClick={() => void submit()}>
        Keep the snapshot <Kbd keys="mod+enter" plain />
      </Button>
    </>
  );

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keep a snapshot"
      description={
        <>
          What <bdi>“{evidence.source.title}”</bdi> said when you read it, for the day when the page is gone.
        </>
      }
      footer={footer}
    >
      <div
        className={cx("grid gap-5 rounded", dropping && "outline-2 outline-offset-8 outline-accent outline-dashed")}
        onKeyDown={submitsForm(() => void submit())}
      >
        <FileInput form={form} />
        {!form.file && <SavedArea label="Or paste its words" field={form.field("content")} rows={5} maxRows={10} className="font-text" />}
        <div aria-live="polite" className="-mt-3 empty:hidden">
          {problemOf(form, missing) && <p className="text-xs font-medium text-danger">{problemOf(form, missing)}</p>}
        </div>
        <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <SavedDate label="Taken on" field={form.field("takenOn")} />
          <SavedText label="Note" field={form.field("note")} placeholder="Page 3 of the minutes" />
        </div>
        {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      </div>
    </Dialog>
  );
}

/** What stands beside the file; of pasted words the field itself says what is wrong with them. */
function problemOf({ problem, file, field }: SnapshotForm, missing: boolean): string | null {
  const refused = file ? field("content").error : undefined;
  return problem ?? refused ?? (missing ? "Choose a file, or paste what the source says." : null);
}

function FileInput({ form: { file, values, choose, removeFile } }: { form: SnapshotForm }) {
  const input = useRef<HTMLInputElement>(null);
  const lost = !file && values.file !== "";
  return (
    <div className="grid gap-2">
      <input
        ref={input}
        type="file"
        aria-label="File of the snapshot"
        accept={ACCEPT}
        className="hidden"
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) void choose(chosen);
          // The same file can be chosen again, after it was changed on the disk.
          event.target.value = "";
        }}
      />
      {file && (
        <div className="flex items-center gap-3 rounded border border-line-2 bg-surface px-3 py-2.5">
          <FileText aria-hidden size={18} className="shrink-0 text-ink-3" />
          <p className="min-w-0 flex-1">
            <bdi className="block truncate text-sm font-medium">{file.name}</bdi>
            <span className="text-xs text-ink-3 tabular-nums">{formatBytes(file.size)}</span>
          </p>
          <IconButton label={`Remove ${file.name}`} icon={<X aria-hidden size={16} />} onClick={removeFile} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="sm" icon={<Upload aria-hidden size={14} />} onClick={() => input.current?.click()}>
          {file ? "Choose another file…" : "Choose a file…"}
        </Button>
        <p className="text-xs text-ink-3">
          PDF, PNG, JPEG, WebP, HTML or text, at most {SNAPSHOT_MAX_BYTES / 1_000_000} MB
          <span className="max-sm:hidden">; or drop it here</span>.
        </p>
      </div>
      {lost && (
        <p className="text-xs text-ink-2">
          You had chosen <bdi className="font-medium">{values.file}</bdi>. Choose it again: files are not kept on this device.
        </p>
      )}
    </div>
  );
}
