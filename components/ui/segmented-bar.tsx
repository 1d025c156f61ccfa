import { cx } from "./cx";

interface SegmentedBarProps {
  /** What the whole bar says in words: "10 of 15 approved". */
  label: string;
  /** Empty segments are left out. `tone` is a `tone-…` class; without one the segment is neutral. */
  segments: readonly { key: string; count: number; tone?: string; title?: string }[];
  className?: string;
}

/** Shares of a whole in one line. The words beside it, or its label, say the same. */
export function SegmentedBar({ label, segments, className }: SegmentedBarProps) {
  const shown = segments.filter((segment) => segment.count > 0);
  return (
    <div role="img" aria-label={label} className={cx("flex h-1.5 gap-0.5 overflow-hidden rounded-[3px]", shown.length === 0 && "bg-line", className)}>
      {shown.map((segment) => (
        <span
          key={segment.key}
          title={segment.title}
          className={cx("swatch min-w-0.5", segment.tone ? cx(segment.tone, "bg-tone") : "bg-line-2")}
          style={{ flexGrow: segment.count }}
        />
      ))}
    </div>
  );
}
