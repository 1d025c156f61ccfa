"use client";

import { FormNote } from "@/components/draft/form-note";
import { SourceFields, type SourceValues } from "@/components/evidence/source-fields";
import { submitsForm } from "@/components/evidence/submits-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { SourceView } from "@/lib/domain/views";
import type { RecordForm } from "@/lib/ui/use-record-saver";

interface SourceDialogProps {
  title: string;
  description?: string;
  /** The button's word. */
  action: string;
  /** The word for going back to what was there before. */
  discardLabel: string;
  form: RecordForm<SourceValues>;
  /** The source of the library that has the address already. */
  twin: SourceView | null;
  onOpenTwin: (twin: SourceView) => void;
  onSubmit: () => void;
  onClose: () => void;
}

/** The record of a source in a window. Closing keeps what is typed for the next time. */
export function SourceDialog({ title, description, action, discardLabel, form, twin, onOpenTwin, onSubmit, onClose }: SourceDialogProps) {
  const footer = (
    <>
      <span className="me-auto">
        <FormNote status={form.status} failure={null} unsent="Kept on this device until it is saved." />
      </span>
      {form.dirty && (
        <Button variant="ghost" onClick={form.discard}>
          {discardLabel}
        </Button>
      )}
      <Button variant="primary" loading={form.status === "saving"} onClick={onSubmit}>
        {action} <Kbd keys="mod+enter" plain />
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} {...(description ? { description } : {})} footer={footer}>
      <div className="grid gap-4" onKeyDown={submitsForm(onSubmit)}>
        {twin ? (
          <div role="alert" className="tone-half flex flex-wrap items-center gap-2 rounded border border-tone bg-tone-wash p-3 text-sm">
            <span className="min-w-0 flex-1">
              Already in the library: <bdi className="font-medium">{twin.title}</bdi>
            </span>
            <Button size="sm" onClick={() => onOpenTwin(twin)}>
              Open it
            </Button>
          </div>
        ) : (
          form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />
        )}
        <SourceFields
          fields={{
            title: form.field("title"),
            publisher: form.field("publisher"),
            author: form.field("author"),
            publishedOn: form.field("publishedOn"),
            url: form.field("url"),
            type: form.field("type"),
            primary: form.field("primary"),
            confidential: form.field("confidential"),
          }}
        />
      </div>
    </Dialog>
  );
}
