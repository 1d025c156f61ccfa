import { countOf, formatNumber } from "@/lib/ui/format";

/** By how many words a text grew and shrank: a sign and a number each. */
export function WordCounts({ added, removed }: { added: number; removed: number }) {
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span aria-hidden>
        <span className="text-ok">+{formatNumber(added)}</span> <span className="text-danger">−{formatNumber(removed)}</span>
      </span>
      <span className="sr-only">
        {countOf(added, "word")} added, {formatNumber(removed)} removed
      </span>
    </span>
  );
}
