import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

interface TableProps {
  /** Names the table for assistive technology. */
  caption: string;
  captionVisible?: boolean;
  children: ReactNode;
  className?: string;
}

/** A table that scrolls sideways in its own frame when the page is narrow. */
export function Table({ caption, captionVisible = false, children, className }: TableProps) {
  return (
    <div tabIndex={0} role="region" aria-label={caption} className={cx("overflow-x-auto rounded-[10px] border border-line bg-surface", className)}>
      <table className="w-full border-collapse text-start text-sm">
        <caption className={captionVisible ? "px-3 py-2 text-start text-xs text-ink-3" : "sr-only"}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function HeadCell({ numeric = false, className, ...props }: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cx("border-b border-line px-3 py-2 text-xs font-medium whitespace-nowrap text-ink-3", numeric ? "text-end" : "text-start", className)}
      {...props}
    />
  );
}

export function Row({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cx("border-b border-line last:border-0 hover:bg-paper", className)} {...props} />;
}

export function Cell({ numeric = false, className, ...props }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td className={cx("px-3 py-2 align-middle", numeric && "text-end tabular-nums", className)} {...props} />;
}
