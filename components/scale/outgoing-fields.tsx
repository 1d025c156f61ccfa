"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { DATASET_CLASSES, DATASET_FORMS, FORM_NAMES, WORD_MAX, type DatasetForm, type Outgoing } from "@/lib/domain/outgoing";
import { scaleLosses, type Destination } from "@/lib/domain/scale-losses";
import { withUsualClasses } from "@/lib/domain/usual-classes";
import { Button } from "@/components/ui/button";
import type { LabelDraft } from "./use-scale-form";

const OWN = "own";
const LEFT_OUT = "left-out";

/** Of each form: the classes, the word as it is, or nothing. */
const OPTIONS = (form: DatasetForm) => [
  { value: OWN, label: "Its own name" },
  ...DATASET_CLASSES[form].map((each) => ({ value: each, label: each })),
  { value: LEFT_OUT, label: "Left out" },
];

const DESTINATIONS: readonly { key: Destination; name: string }[] = [
  { key: "claimReview", name: "ClaimReview" },
  ...DATASET_FORMS.map((form) => ({ key: form, name: FORM_NAMES[form] })),
];

interface OutgoingFieldsProps {
  labels: readonly LabelDraft[];
  onChange: (labels: readonly LabelDraft[]) => void;
}

/** What each label is called where verdicts go out, and what is lost by that. */
export function OutgoingFields({ labels, onChange }: OutgoingFieldsProps) {
  const live = labels.filter(({ retired }) => !retired);
  const set = (key: string, outgoing: Outgoing) => onChange(labels.map((label) => (label.key === key ? { ...label, outgoing } : label)));
  return (
    <section aria-labelledby="outgoing" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="outgoing" className="min-w-0 flex-1 font-text text-lg/6 font-semibold">
          What goes out
        </h2>
        <Button size="sm" onClick={() => onChange(labels.map((label) => (label.retired ? label : { ...label, outgoing: withUsualClasses(label) })))}>
          Fill in the usual classes
        </Button>
      </div>
      <p className="max-w-prose text-sm text-pretty text-ink-2">
        ClaimReview takes a word, and the number between the lowest and the highest of the scale. Datasets take the label’s own name until you say which of
        their classes it is. To change this makes no new version: documents that are judged already go out so, too; what is published stays as it was.
      </p>
      <ul className="grid gap-2">
        {live.map((label) => (
          <LabelRow key={label.key} label={label} onChange={(outgoing) => set(label.key, outgoing)} />
        ))}
      </ul>
      <Losses labels={labels} />
    </section>
  );
}

function LabelRow({ label: { name, outgoing }, onChange }: { label: LabelDraft; onChange: (outgoing: Outgoing) => void }) {
  function choose(form: DatasetForm, value: string) {
    const { [form]: _, ...rest } = outgoing;
    const known = DATASET_CLASSES[form].find((each) => each === value);
    onChange(value === LEFT_OUT ? { ...rest, [form]: null } : known ? { ...rest, [form]: known } : rest);
  }
  function write(word: string) {
    const { claimReview: _, ...rest } = outgoing;
    onChange(word.trim() === "" ? rest : { ...rest, claimReview: word });
  }
  return (
    <li className="grid grid-cols-2 items-end gap-x-3 gap-y-2 rounded-[10px] border border-line bg-surface px-4 py-3 lg:grid-cols-[9rem_repeat(4,minmax(0,1fr))]">
      <h3 className="col-span-2 text-sm font-semibold text-balance lg:col-span-1 lg:self-center">
        <bdi>{name || "A label without a name"}</bdi>
      </h3>
      <Field label={<>ClaimReview{hiddenName(name)}</>}>
        <TextInput dir="auto" maxLength={WORD_MAX} placeholder={name} value={outgoing.claimReview ?? ""} onChange={(event) => write(event.target.value)} />
      </Field>
      {DATASET_FORMS.map((form) => (
        <Field
          key={form}
          label={
            <>
              {FORM_NAMES[form]}
              {hiddenName(name)}
            </>
          }
        >
          <Select
            options={OPTIONS(form)}
            value={outgoing[form] === undefined ? OWN : (outgoing[form] ?? LEFT_OUT)}
            onChange={(event) => choose(form, event.target.value)}
          />
        </Field>
      ))}
    </li>
  );
}

/** Tells the fields of one label from those of the others, for whoever does not see the row. */
const hiddenName = (name: string) => <span className="sr-only"> for {name}</span>;

function Losses({ labels }: { labels: readonly LabelDraft[] }) {
  const judged = labels.map(({ rating, ...label }) => ({ ...label, rating: rating.trim() === "" ? null : Number(rating) }));
  const losses = DESTINATIONS.map(({ key, name }) => ({ name, lost: scaleLosses(judged, key) })).filter(({ lost }) => lost.length > 0);
  if (losses.length === 0) return <p className="text-sm text-ink-2">Nothing is lost.</p>;
  return (
    <dl className="grid gap-2 text-sm">
      {losses.map(({ name, lost }) => (
        <div key={name} className="grid gap-x-3 sm:grid-cols-[7rem_1fr]">
          <dt className="font-medium">{name}</dt>
          {lost.map((loss) => (
            <dd key={loss} className="text-pretty text-ink-2 sm:col-start-2">
              {loss}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
