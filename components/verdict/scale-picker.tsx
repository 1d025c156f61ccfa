"use client";

import { cx } from "@/components/ui/cx";
import type { LabelView, ScaleView } from "@/lib/domain/views";
import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { labelOf, toneClass } from "./tone";

interface ScalePickerProps {
  scale: ScaleView;
  value: string | null;
  onChange: (labelId: string) => void;
  /** Names the group: "Your verdict". */
  label: string;
  /** Shows which number key chooses what. */
  numbered: boolean;
  error?: string | undefined;
}

/** The labels that may be chosen: those in use, and a retired one that is chosen already. */
export function offeredLabels(scale: Pick<ScaleView, "labels">, chosen: string | null): LabelView[] {
  return scale.labels.filter((label) => !label.retired || label.id === chosen);
}

/** The verdict scale as buttons. What a label means, and where it ends, stands below while one chooses. */
export function ScalePicker({ scale, value, onChange, label, numbered, error }: ScalePickerProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  const labels = offeredLabels(scale, value);
  const ordinal = labels.filter((each) => each.rating !== null);
  const rows = ordinal.length > 0 ? [ordinal, labels.filter((each) => each.rating === null)] : [labels];
  const shown = labelOf(scale, pointed) ?? labelOf(scale, value);

  return (
    <div className="grid gap-1.5">
      <RadioGroup.Root
        aria-label={label}
        aria-invalid={error ? true : undefined}
        value={value ?? ""}
        onValueChange={onChange}
        className="grid gap-1"
        onPointerLeave={() => setPointed(null)}
      >
        {rows.map((row, index) => (
          <div
            key={index}
            className="grid auto-cols-fr gap-1"
            style={{ gridTemplateColumns: `repeat(${Math.min(row.length, row === ordinal ? 6 : 2)}, minmax(0, 1fr))` }}
          >
            {row.map((each) => (
              <RadioGroup.Item
                key={each.id}
                value={each.id}
                title={numbered ? `${each.name} (key ${labels.indexOf(each) + 1})` : each.name}
                onPointerEnter={() => setPointed(each.id)}
                onFocus={() => setPointed(each.id)}
                onBlur={() => setPointed(null)}
                className={cx(
                  toneClass(each.tone),
                  "min-h-8 rounded-[5px] border border-tone bg-tone-wash px-1 py-0.5 text-2xs/3.5 font-medium wrap-anywhere text-ink-2 transition-colors duration-100 data-[state=unchecked]:hover:border-(--c) data-[state=unchecked]:hover:text-ink",
                  "data-[state=checked]:border-transparent data-[state=checked]:bg-tone-solid data-[state=checked]:text-surface",
                )}
              >
                {each.name}
              </RadioGroup.Item>
            ))}
          </div>
        ))}
      </RadioGroup.Root>
      {/* Three lines are kept free, so that pointing at a label moves nothing. */}
      <p className="min-h-12 text-xs/4 text-ink-2">
        {shown ? (
          <>
            {shown.definition} {shown.boundaryRule && <span className="text-ink-3">{shown.boundaryRule}</span>}
          </>
        ) : (
          <span className="text-ink-3">Point at a label to read what it means.</span>
        )}
      </p>
      {error && (
        <p role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
