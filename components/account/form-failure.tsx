import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/**
 * What went wrong with a form as a whole, above its button. While empty it takes no room in the form.
 */
export function FormFailure({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children && (
        <p className="flex items-start gap-2 rounded border border-danger/40 bg-danger/6 px-3 py-2 text-sm text-ink">
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-danger" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
