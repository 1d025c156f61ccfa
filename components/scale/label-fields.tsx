"use client";

import { Archive, ArchiveRestore, ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { Dial } from "@/components/verdict/verdict-badge";
import { toneClass } from "@/components/verdict/tone";
import { cx } from "@/components/ui/cx";
import type { Tone } from "@/lib/domain/scale";
import type { LabelDraft } from "./use-scale-form";

const TONE_OPTIONS: readonly { value: Tone; label: string }[] = [
  { value: "true", label: "True: blue-green, full" },
  { value: "mostly-true", label: "Mostly true" },
  { value: "half", label: "Half: amber" },
  { value: "mostly-false", label: "Mostly false" },
  { value: "false", label: "False: vermilion, cross" },
  { value: "off", label: "Off the scale: grey" },
];

interface LabelFieldsProps {
  label: LabelDraft;
  /** From 1. */
  place: number;
  last: boolean;
  onChange: (changes: Partial<LabelDraft>) => void;
  onMove: (by: -1 | 1) => void;
}

/** One label of a scale. Alt with an arrow moves it, from any of its fields. */
export function LabelFields({ label, place, last, onChange, onMove }: LabelFieldsProps) {
  const called = label.name || `Label ${String(place)}`;
  function onKeyDown(event: KeyboardEvent) {
    const by = event.altKey && event.key === "ArrowUp" ? -1 : event.altKey && event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    if (by === -1 ? place > 1 : !last) onMove(by);
  }
  return (
    <li onKeyDown={onKeyDown} className="grid grid-cols-1 gap-3 rounded-[10px] border border-line bg-surface p-4">
      <div className="flex items-center gap-2">
        <span className={cx("text-tone", toneClass(label.tone))}>
          <Dial tone={label.tone} />
        </span>
        <h3 className="min-w-0 flex-1 truncate text-sm font-semibold">
          <bdi>{called}</bdi> {label.retired && <Tag>Not offered</Tag>}
        </h3>
        <IconButton label={`Move ${called} up`} title="Move up (Alt ↑)" disabled={place === 1} icon={<ArrowUp size={14} />} onClick={() => onMove(-1)} />
        <IconButton label={`Move ${called} down`} title="Move down (Alt ↓)" disabled={last} icon={<ArrowDown size={14} />} onClick={() => onMove(1)} />
        <IconButton
          label={label.retired ? `Offer ${called} again` : `Offer ${called} no more`}
          icon={label.retired ? <ArchiveRestore size={14} /> : <Archive size={14} />}
          onClick={() => onChange({ retired: !label.retired })}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-[1fr_6rem_13rem]">
        <Field label="Name">
          <TextInput dir="auto" maxLength={60} value={label.name} onChange={(event) => onChange({ name: event.target.value })} />
        </Field>
        <Field label="Number">
          <TextInput
            inputMode="numeric"
            maxLength={4}
            value={label.rating}
            onChange={(event) => onChange({ rating: event.target.value.replace(/[^\d-]/g, "") })}
          />
        </Field>
        <Field label="Colour and sign">
          <Select
            options={TONE_OPTIONS}
            value={label.tone}
            onChange={(event) => {
              const tone = TONE_OPTIONS.find(({ value }) => value === event.target.value)?.value;
              if (tone) onChange({ tone });
            }}
          />
        </Field>
      </div>
      <Field label="Definition">
        <TextArea dir="auto" maxLength={600} value={label.definition} onChange={(event) => onChange({ definition: event.target.value })} />
      </Field>
      <Field label="Boundary" hint="When to use this label rather than its neighbour.">
        <TextArea dir="auto" maxLength={600} value={label.boundaryRule} onChange={(event) => onChange({ boundaryRule: event.target.value })} />
      </Field>
    </li>
  );
}
