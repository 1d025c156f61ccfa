import { cx } from "@/components/ui/cx";
import { Markdown } from "@/components/ui/markdown";
import type { LabelView } from "@/lib/domain/views";
import type { ReactNode } from "react";
import { toneClass } from "./tone";
import { VerdictBadge } from "./verdict-badge";

interface VerdictCardProps {
  label: LabelView | null;
  lead?: ReactNode;
  /** The one-line ruling. */
  summary?: string;
  /** Markdown. */
  justification?: string;
  /** Who and when, or who can see it. */
  footnote?: ReactNode;
}

/** A verdict with its words, tinted in its colour. */
export function VerdictCard({ label, lead, summary, justification, footnote }: VerdictCardProps) {
  return (
    <div
      className={cx(
        "grid gap-1.5 rounded-[10px] border border-tone bg-[color-mix(in_oklab,var(--c)_7%,var(--surface))] px-3.5 py-3",
        toneClass(label?.tone ?? "off"),
      )}
    >
      <VerdictBadge label={label} lead={lead} />
      {summary && (
        <p dir="auto" className="font-text text-[0.9375rem]/6">
          {summary}
        </p>
      )}
      {justification && <Markdown text={justification} className="text-[0.8125rem]/5 text-ink-2" />}
      {footnote && <p className="text-xs text-ink-3">{footnote}</p>}
    </div>
  );
}
