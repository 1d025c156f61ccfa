"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { FormNote } from "@/components/draft/form-note";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/text-input";
import type { StudioScale } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import { LabelFields } from "./label-fields";
import { OutgoingFields } from "./outgoing-fields";
import { ScalePreview } from "./scale-preview";
import { labelsOf, newLabel, useScaleForm, type LabelDraft } from "./use-scale-form";

/** Changes a scale as a whole: its labels, what they mean, their order, and what a published verdict makes of them. */
export function ScaleEditor({ scale }: { scale: StudioScale }) {
  const form = useScaleForm(scale, useDesk().person.id);
  const [said, setSaid] = useState("");
  const [name, field] = [form.field("name"), form.field("labels")];
  const labels = labelsOf(field.value);
  const set = (next: readonly LabelDraft[]) => field.onChange(JSON.stringify(next));

  function move(index: number, by: -1 | 1) {
    const next = [...labels];
    const [moved] = next.splice(index, 1);
    if (!moved) return;
    next.splice(index + by, 0, moved);
    set(next);
    setSaid(`${moved.name} is at place ${String(index + by + 1)} of ${String(labels.length)}.`);
  }

  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title={scale.name}
        description={
          scale.documents > 0
            ? `${countOf(scale.documents, "document")} judged on version ${String(scale.version)} keep it: what you save is version ${String(scale.version + 1)}, for new documents.`
            : `Version ${String(scale.version)}. No document uses it yet, so that it changes as you save.`
        }
      />
      <Field label="Name of the scale" className="sm:max-w-96">
        <TextInput required dir="auto" maxLength={80} value={name.value} onChange={(event) => name.onChange(event.target.value)} />
      </Field>
      <section aria-labelledby="preview" className="grid gap-3">
        <h2 id="preview" className="font-text text-lg/6 font-semibold">
          How verdicts look
        </h2>
        <ScalePreview labels={labels} />
      </section>
      <section aria-labelledby="labels" className="grid grid-cols-1 gap-3">
        <h2 id="labels" className="font-text text-lg/6 font-semibold">
          Labels
        </h2>
        <p role="status" className="sr-only">
          {said}
        </p>
        <ol className="grid grid-cols-1 gap-3">
          {labels.map((label, index) => (
            <LabelFields
              key={label.key}
              label={label}
              place={index + 1}
              last={index === labels.length - 1}
              onChange={(changes) => set(labels.map((each) => (each.key === label.key ? { ...each, ...changes } : each)))}
              onMove={(by) => move(index, by)}
            />
          ))}
        </ol>
        <div>
          <Button icon={<Plus aria-hidden size={16} />} onClick={() => set([...labels, newLabel()])}>
            Add a label
          </Button>
        </div>
      </section>
      <OutgoingFields labels={labels} onChange={set} />
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center justify-end gap-3 border-t border-line bg-paper px-4 py-3">
        <FormNote status={form.status} failure={form.failure} unsent="Not saved yet; kept on this device." />
        <Button variant="ghost" disabled={!form.dirty} onClick={form.discard}>
          Discard
        </Button>
        <Button variant="primary" disabled={!form.dirty} loading={form.status === "saving"} onClick={() => void form.submit()}>
          Save the scale
        </Button>
      </div>
    </div>
  );
}
