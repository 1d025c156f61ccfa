import { Fragment } from "react";
import { StateDot } from "@/components/ui/state-dot";
import type { AnchorStatus } from "@/lib/domain/anchor";
import { outcomeParts } from "./outcome-words";

/** What becomes of the claims, in one line. */
export function OutcomeLine({ outcome }: { outcome: Record<AnchorStatus, number> }) {
  const parts = outcomeParts(outcome);
  if (parts.length === 0) return <p className="text-sm text-ink-2">There are no claims in this text yet.</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base font-medium tabular-nums">
      <span className="sr-only">Claims: </span>
      {parts.map(({ status, text, tone }, index) => (
        <Fragment key={status}>
          {index > 0 && (
            <span aria-hidden className="text-ink-3">
              ·
            </span>
          )}
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <StateDot shape={status === "uncertain" || status === "orphaned" ? "ring" : "filled"} tone={tone} />
            {text}
          </span>
        </Fragment>
      ))}
    </p>
  );
}
