import { cx } from "./cx";

interface ProgressBarProps {
  label: string;
  /** 0 to 1; null while the end is not known. */
  value: number | null;
  className?: string;
}

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
      className={cx("relative h-1.5 overflow-hidden rounded-full bg-line forced-colors:border", className)}
    >
      {percent === null ? (
        <span className="swatch absolute inset-y-0 w-2/5 animate-slide rounded-full bg-accent" />
      ) : (
        <span className="swatch block h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${percent}%` }} />
      )}
    </div>
  );
}
