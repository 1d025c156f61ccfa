import type { ReactNode } from "react";
import { cx } from "./cx";

interface ErrorStateProps {
  /** What happened, in one sentence. */
  title: string;
  /** That nothing was lost, and what to do. */
  children?: ReactNode;
  onRetry?: () => void;
  /** For support: the request's id. */
  reference?: string | undefined;
  action?: ReactNode;
  className?: string;
}

/** Stands where something could not be shown. Icon and button are drawn here: every page fetches its error pages ahead, and those should bring along little. */
export function ErrorState({ title, children, onRetry, reference, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cx("mx-auto grid max-w-sm justify-items-center gap-2 px-4 py-10 text-center", className)}>
      <Warning />
      <p className="font-text text-base font-semibold text-balance">{title}</p>
      {children && <div className="text-sm text-pretty text-ink-2">{children}</div>}
      {(onRetry || action) && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          {onRetry && (
            <button
              type="button"
              className="h-8 rounded border border-line-2 bg-surface px-3 text-sm font-medium hover:bg-sunk active:bg-line"
              onClick={onRetry}
            >
              Try again
            </button>
          )}
          {action}
        </div>
      )}
      {reference && <p className="mt-1 text-xs text-ink-3">Reference {reference}</p>}
    </div>
  );
}

function Warning() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      width={24}
      height={24}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      className="mb-1 text-warn"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M12 8v4m0 4h.01" />
    </svg>
  );
}
