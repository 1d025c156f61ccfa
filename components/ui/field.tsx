"use client";

import { createContext, use, useId, type ReactNode } from "react";
import { cx } from "./cx";

interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

interface FieldProps {
  label: ReactNode;
  /** Keeps the label for assistive technology only. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** At the far end of the label's line: a counter, a link. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A label, a control, a hint and an error that know each other. The control inside needs no id of its own. */
export function Field({ label, labelHidden = false, hint, error, required = false, aside, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className={cx("grid content-start gap-1", className)}>
        <div className={cx("flex items-baseline justify-between gap-2", labelHidden && !aside && "sr-only")}>
          <label htmlFor={id} className={cx("text-xs font-medium text-ink-2", labelHidden && "sr-only")}>
            {label}
            {required && (
              <span aria-hidden className="text-danger">
                {" "}
                *
              </span>
            )}
          </label>
          {aside && <span className="ms-auto text-xs text-ink-3 tabular-nums">{aside}</span>}
        </div>
        {children}
        {hint && (
          <p id={hintId} className="text-xs text-ink-3">
            {hint}
          </p>
        )}
        <div aria-live="polite">
          {error && (
            <p id={errorId} className="text-xs font-medium text-danger">
              {error}
            </p>
          )}
        </div>
      </div>
    </FieldContext>
  );
}

interface ControlProps {
  id?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}

/** The attributes that tie a control to the Field around it; empty outside of one. */
export function useFieldControl(): ControlProps {
  const field = use(FieldContext);
  if (!field) return {};
  return { id: field.id, required: field.required || undefined, "aria-describedby": field.describedBy, "aria-invalid": field.invalid || undefined };
}

/** The looks that controls with a box share. Text runs in its own direction, while icons and padding keep to the side of the page. */
export const CONTROL =
  "w-full rounded border border-line-3 bg-surface px-2.5 text-sm text-ink transition-colors duration-100 [unicode-bidi:plaintext] not-disabled:hover:border-ink-3 focus-visible:-outline-offset-1 disabled:bg-sunk disabled:text-ink-3 aria-invalid:border-danger aria-invalid:bg-danger/4";
