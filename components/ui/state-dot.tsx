import { cx } from "./cx";

interface StateDotProps {
  /** "ring" for what is under way, "filled" for what is settled: the shape tells it without the colour. */
  shape?: "ring" | "filled";
  /** A `tone-…` class; without one the dot takes the tone around it. */
  tone?: string;
  className?: string;
}

/** Always beside a word that says the same. */
export function StateDot({ shape = "filled", tone, className }: StateDotProps) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-block size-[9px] shrink-0 swatch",
        tone,
        shape === "ring" ? "rounded-full border-2 border-(--c)" : "rounded-[3px] bg-tone",
        className,
      )}
    />
  );
}
