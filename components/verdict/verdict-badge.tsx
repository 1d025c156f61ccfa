import { cx } from "@/components/ui/cx";
import type { Tone } from "@/lib/domain/scale";
import type { LabelView } from "@/lib/domain/views";
import type { ReactNode } from "react";
import { dialShare, toneClass } from "./tone";

interface VerdictBadgeProps {
  /** Null for a scale without labels: then the conclusion itself is the verdict. */
  label: Pick<LabelView, "name" | "tone"> | null;
  /** Before the label's name: "Proposed by you:". */
  lead?: ReactNode;
  className?: string;
}

/** A verdict as a dial and a word, in its colour. */
export function VerdictBadge({ label, lead, className }: VerdictBadgeProps) {
  const tone = label?.tone ?? "off";
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-[0.8125rem]/5 font-semibold text-tone", toneClass(tone), className)}>
      <Dial tone={tone} />
      <span dir="auto">
        {lead} {label?.name ?? "Conclusion"}
      </span>
    </span>
  );
}

/** A pie that fills from false to true; off the scale a ring with a dot. */
export function Dial({ tone, size = 16 }: { tone: Tone; size?: number }) {
  const share = dialShare(tone);
  return (
    <svg aria-hidden viewBox="0 0 16 16" width={size} height={size} fill="currentColor" className="shrink-0">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {share === null ? <circle cx="8" cy="8" r="2" /> : share === 1 ? <circle cx="8" cy="8" r="4.5" /> : share > 0 && <path d={slice(share)} />}
      {share === 0 && <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />}
    </svg>
  );
}

function slice(share: number): string {
  const angle = share * 2 * Math.PI;
  const [x, y] = [8 + 4.5 * Math.sin(angle), 8 - 4.5 * Math.cos(angle)];
  return `M8 8V3.5A4.5 4.5 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`;
}
