"use client";

import { Check } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cx } from "./cx";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx("grid grid-cols-[auto_1fr] items-start gap-x-2", className)}>
      <span className="relative mt-0.5 flex size-4">
        <input
          id={id}
          type="checkbox"
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...props}
          className="peer size-4 appearance-none rounded-[4px] border border-line-3 bg-surface transition-colors duration-100 checked:border-accent checked:bg-accent not-disabled:hover:border-ink-3 disabled:bg-sunk disabled:opacity-60 aria-invalid:border-danger forced-colors:appearance-auto"
        />
        <Check
          aria-hidden
          size={12}
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 hidden text-accent-ink peer-checked:block forced-colors:hidden"
        />
      </span>
      <label htmlFor={id} className="text-sm text-ink">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
