import type { ComponentProps } from "react";
import { cx } from "./cx";

interface TagProps extends ComponentProps<"span"> {
  /** Takes its colour from the tone around it or on it (`tone-true`). */
  toned?: boolean;
}

/** A short word about a thing: a topic, a stance, "primary". */
export function Tag({ toned = false, className, ...props }: TagProps) {
  return (
    <span
      className={cx(
        "inline-flex h-4.5 items-center gap-1 rounded-[4px] px-1.5 text-2xs font-medium forced-colors:border",
        toned ? "bg-tone-wash text-tone" : "bg-sunk text-ink-2",
        className,
      )}
      {...props}
    />
  );
}

/** A count beside a word. */
export function Badge({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      className={cx(
        "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-sunk px-1.5 text-2xs font-semibold text-ink-2 tabular-nums forced-colors:border",
        className,
      )}
      {...props}
    />
  );
}

/** The state of a thing: a dot and a word in a rounded box. */
export function Pill({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      className={cx("inline-flex h-6 items-center gap-1.5 rounded-full bg-sunk px-2 text-xs font-medium text-ink forced-colors:border", className)}
      {...props}
    />
  );
}
