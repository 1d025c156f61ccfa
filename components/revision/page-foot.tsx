import type { ReactNode } from "react";

interface PageFootProps {
  /** Where one stands. */
  note: ReactNode;
  /** What comes next. */
  actions: ReactNode;
}

/** The foot of the page, always in view. */
export function PageFoot({ note, actions }: PageFootProps) {
  return (
    <footer className="sticky bottom-0 z-10 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper px-4 py-2.5 sm:px-6">
      <div className="me-auto min-w-0">{note}</div>
      {actions}
    </footer>
  );
}
