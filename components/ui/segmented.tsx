"use client";

import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { useFieldControl } from "./field";

interface SegmentedOption<Value extends string> {
  value: Value;
  label: ReactNode;
  /** A `tone-…` class: the chosen segment takes its colour. */
  tone?: string;
  disabled?: boolean;
}

interface SegmentedProps<Value extends string> {
  options: readonly SegmentedOption<Value>[];
  /** Null while nothing is chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** Names the group; inside a Field the field's label does. */
  label?: string;
  disabled?: boolean;
  className?: string;
}

/** One of a few, side by side. Arrow keys move the choice. */
export function Segmented<Value extends string>({ options, value, onChange, label, disabled = false, className }: SegmentedProps<Value>) {
  const control = useFieldControl();
  return (
    <RadioGroup.Root
      {...control}
      {...(label ? { "aria-label": label } : {})}
      value={value ?? ""}
      disabled={disabled}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      orientation="horizontal"
      className={cx("flex flex-wrap gap-1", className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={cx(
            "min-h-7.5 flex-1 rounded border px-2 py-1 text-xs/4 font-medium transition-colors duration-100 disabled:cursor-default disabled:opacity-60",
            option.tone ?? "tone-accent",
            option.tone ? "border-tone bg-tone-wash text-ink-2" : "border-line-2 bg-surface text-ink-2 not-disabled:data-[state=unchecked]:hover:bg-sunk",
            "not-disabled:data-[state=unchecked]:hover:border-line-3 not-disabled:data-[state=unchecked]:hover:text-ink data-[state=checked]:border-transparent data-[state=checked]:bg-tone-solid data-[state=checked]:text-surface",
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
