import type { ReactNode } from "react";
import { cx } from "./cx";

interface EmptyStateProps {
  title: string;
  /** "h1" where it is all that a page shows. */
  as?: "p" | "h1";
  /** What to do first. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  className?: string;
}

/** Stands where nothing is yet, and says how to begin. */
export function EmptyState({ title, as: Title = "p", children, action, icon, className }: EmptyStateProps) {
  return (
    <div className={cx("mx-auto grid max-w-sm justify-items-center gap-2 px-4 py-10 text-center", className)}>
      {icon && (
        <span aria-hidden className="mb-1 flex size-10 items-center justify-center rounded-full bg-sunk text-ink-3">
          {icon}
        </span>
      )}
      <Title className="font-text text-base font-semibold text-balance">{title}</Title>
      {children && <div className="text-sm text-pretty text-ink-2">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
