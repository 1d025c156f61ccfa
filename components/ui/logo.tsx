import { cx } from "./cx";

/** The touchstone: the verdict colours in a small square. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        "swatch inline-block size-3.5 shrink-0 rounded-[3px] bg-[conic-gradient(from_45deg,var(--false),var(--half),var(--true),var(--false))]",
        className,
      )}
    />
  );
}

export function Logo({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-2 font-text text-[1.0625rem]/none font-semibold tracking-[-0.01em]", className)}>
      <LogoMark />
      {name}
    </span>
  );
}
