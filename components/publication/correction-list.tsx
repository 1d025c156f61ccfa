import { Tag } from "@/components/ui/tag";
import { CORRECTION_NAMES } from "@/lib/domain/correction";
import type { PublicationView } from "@/lib/queries/publication";
import { formatDate } from "@/lib/ui/format";

/** The document's corrections, the latest first. */
export function CorrectionList({ corrections }: Pick<PublicationView, "corrections">) {
  return (
    <ol className="grid gap-4">
      {corrections.map(({ id, claimNumber, kind, what, why, by, at, version, verdict }) => (
        <li key={id} className="grid gap-1 text-sm">
          <p className="flex flex-wrap items-center gap-2">
            <Tag>{CORRECTION_NAMES[kind]}</Tag>
            <span className="text-xs text-ink-2">
              {claimNumber === null ? "The page" : `Claim ${String(claimNumber)}`} · {formatDate(at)} · {by} · version {version}
            </span>
          </p>
          <p className="font-medium" dir="auto">
            {what}
          </p>
          {verdict && (
            <p className="text-ink-2">
              {verdict.before ?? "–"} → {verdict.after ?? "withdrawn"}
            </p>
          )}
          <p className="whitespace-pre-line text-ink-2" dir="auto">
            {why}
          </p>
        </li>
      ))}
    </ol>
  );
}
