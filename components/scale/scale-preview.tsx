import { VerdictBadge } from "@/components/verdict/verdict-badge";
import type { Tone } from "@/lib/domain/scale";

interface ScalePreviewProps {
  labels: readonly { name: string; tone: Tone; retired: boolean }[];
}

/** The verdicts as they look on a light and on a dark page, whatever the theme of this one. */
export function ScalePreview({ labels }: ScalePreviewProps) {
  const live = labels.filter(({ name, retired }) => !retired && name.trim() !== "");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(["light", "dark"] as const).map((theme) => (
        <section key={theme} data-theme={theme} aria-label={`On a ${theme} page`} className="rounded-[10px] border border-line bg-surface p-4 text-ink">
          <ul className="flex flex-wrap gap-x-4 gap-y-2">
            {live.map((label, index) => (
              <li key={index}>
                <VerdictBadge label={label} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
