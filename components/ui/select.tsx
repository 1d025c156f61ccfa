"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx";
import { CONTROL, useFieldControl } from "./field";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  options: readonly SelectOption[];
  /** A first option with the empty value: "Nobody", "Any state". */
  emptyLabel?: string;
}

/** The platform's own select in our clothes: it works with every keyboard, screen reader and phone. */
export function Select({ options, emptyLabel, className, ...props }: SelectProps) {
  const control = useFieldControl();
  return (
    <span className={cx("relative block", className)}>
      <select {...control} {...props} className={cx(CONTROL, "h-8 appearance-none pe-8")}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden size={14} className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-ink-3" />
    </span>
  );
}
