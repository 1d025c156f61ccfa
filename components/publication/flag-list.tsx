import { Tag } from "@/components/ui/tag";
import { FLAG_OUTCOME_NAMES, FLAG_REASON_NAMES } from "@/lib/domain/flag";
import type { FlagView } from "@/lib/queries/flags";
import { formatDate } from "@/lib/ui/format";
import Link from "next/link";
import { LatestFew } from "./latest-few";

interface FlagListProps {
  flags: readonly FlagView[];
  documentId: string;
}

/** What was reported: the open ones first, each with what can be said of it. */
export function FlagList({ flags, documentId }: FlagListProps) {
  if (flags.length === 0) return <p className="text-sm text-ink-2">Nothing was reported yet. Every public page has a form for it.</p>;
  const open = flags.filter(({ settled }) => settled === null).length;
  const items = flags.map((flag) => (
    <li key={flag.id} className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Tag>{FLAG_REASON_NAMES[flag.reason]}</Tag>
        <span className="text-xs text-ink-2">{[formatDate(flag.at), "a reader", flag.contact && `contact: ${flag.contact}`].filter(Boolean).join(" · ")}</span>
      </p>
      {flag.claim && (
        <Link href={`/documents/${documentId}?claim=${flag.claim.id}`} className="underline underline-offset-3" dir="auto">
          {`Claim ${flag.claim.number}: ${flag.claim.statement}`}
        </Link>
      )}
      <p className="whitespace-pre-line" dir="auto">
        {flag.note}
      </p>
      {flag.settled && (
        <p className="text-xs text-ink-2">
          {FLAG_OUTCOME_NAMES[flag.settled.outcome]} by {flag.settled.by.name}, {formatDate(flag.settled.at)}
          {flag.settled.answer && `: ${flag.settled.answer}`}
        </p>
      )}
    </li>
  ));
  return (
    <div className="grid gap-5">
      {open > 0 && (
        <Link href={`/moderation?document=${documentId}`} className="justify-self-start text-sm font-medium underline underline-offset-3">
          Decide in the moderation queue
        </Link>
      )}
      <LatestFew items={items} noun="reports" className="grid gap-5" />
    </div>
  );
}
