"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { CONTROL, useFieldControl } from "./field";

interface TextInputProps extends ComponentProps<"input"> {
  /** Inside, at the start: usually an icon. */
  leading?: ReactNode;
  /** Inside, at the end: a unit, a shortcut, a small button. */
  trailing?: ReactNode;
}

export function TextInput({ leading, trailing, className, ...props }: TextInputProps) {
  const control = useFieldControl();
  const input = (
    <input
      {...control}
      {...props}
      className={cx(CONTROL, "h-8 read-only:bg-sunk", Boolean(leading) && "ps-8", Boolean(trailing) && "pe-10", !leading && !trailing && className)}
    />
  );
  if (!leading && !trailing) return input;
  return (
    <span className={cx("relative block", className)}>
      {leading && <span className="pointer-events-none absolute inset-y-0 start-2.5 z-1 flex items-center text-ink-3">{leading}</span>}
      {input}
      {trailing && <span className="absolute inset-y-0 end-1.5 flex items-center text-ink-3">{trailing}</span>}
    </span>
  );
}
