"use client";

import { RadioGroup as Radix } from "radix-ui";
import { useId, type ReactNode } from "react";
import { cx } from "./cx";
import { useFieldControl } from "./field";

interface RadioGroupProps<Value extends string> {
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Names the group; inside a Field the field's label does. */
  label?: string;
  className?: string;
}

/** One of several, each with room for an explanation. */
export function RadioGroup<Value extends string>({ options, value, onChange, label, className }: RadioGroupProps<Value>) {
  const id = useId();
  const control = useFieldControl();
  return (
    <Radix.Root
      {...control}
      {...(label ? { "aria-label": label } : {})}
      value={value ?? ""}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className={cx("grid gap-2", className)}
    >
      {options.map((option) => (
        <div key={option.value} className="grid grid-cols-[auto_1fr] items-start gap-x-2">
          <Radix.Item
            id={`${id}-${option.value}`}
            value={option.value}
            disabled={option.disabled ?? false}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            className="mt-0.5 flex size-4 items-center justify-center rounded-full border border-line-3 bg-surface transition-colors duration-100 not-disabled:hover:border-ink-3 disabled:opacity-50 data-[state=checked]:border-accent"
          >
            <Radix.Indicator className="swatch size-2 rounded-full bg-accent" />
          </Radix.Item>
          <label htmlFor={`${id}-${option.value}`} className="text-sm">
            {option.label}
          </label>
          {option.hint && (
            <p id={`${id}-${option.value}-hint`} className="col-start-2 text-xs text-ink-3">
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </Radix.Root>
  );
}
