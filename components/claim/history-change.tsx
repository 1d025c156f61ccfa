import { diffParts } from "@/components/draft/diff-parts";
import { WordDiff } from "@/components/ui/word-diff";
import type { EventView, PersonView } from "@/lib/domain/views";
import { changeText, fieldName, isProse } from "./history-words";

interface HistoryChangeProps {
  change: EventView["changes"][number];
  /** Who can be meant by an id. */
  members: readonly PersonView[];
}

/** A field as it was before and after: texts word by word. Stands in a list of descriptions. */
export function HistoryChange({ change, members }: HistoryChangeProps) {
  const [before, after] = [changeText(change.field, change.before, members), changeText(change.field, change.after, members)];
  return (
    <div className="rounded bg-sunk px-2 py-1.5">
      <dt className="text-ink-3">{fieldName(change.field)}</dt>
      <dd className="wrap-anywhere">
        {isProse(change.field) ? (
          <WordDiff parts={diffParts(before, after)} className="font-text text-sm" />
        ) : (
          <>
            {before && (
              <>
                <del className="text-ink-3">
                  <span className="sr-only">before: </span>
                  {before}
                </del>
                <span aria-hidden className="text-ink-3">
                  {" "}
                  →{" "}
                </span>
              </>
            )}
            <ins className="no-underline">
              <span className="sr-only">after: </span>
              {after || "nothing"}
            </ins>
          </>
        )}
      </dd>
    </div>
  );
}
