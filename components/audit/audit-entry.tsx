"use client";

import { HistoryChange } from "@/components/claim/history-change";
import { Avatar } from "@/components/ui/avatar";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AuditEntryView } from "@/lib/domain/audit";
import type { PersonView } from "@/lib/domain/views";
import { EyeOff } from "lucide-react";
import Link from "next/link";
import { auditSentence, detailName } from "./audit-words";

interface AuditEntryProps {
  entry: AuditEntryView;
  /** Who can be meant by an id. */
  people: readonly PersonView[];
}

/** One row of the log: who did what to what, and behind a press all that is known of it. */
export function AuditEntry({ entry, people }: AuditEntryProps) {
  const { actor, type, document, claim } = entry;
  return (
    <li className="border-b border-line last:border-0">
      <details className="group">
        <summary className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 px-3 py-2.5 hover:bg-paper">
          {actor ? (
            <Avatar id={actor.id} name={actor.name} decorative />
          ) : (
            <span className="flex size-6 items-center justify-center rounded-full bg-sunk text-ink-3">
              <EyeOff aria-hidden size={13} />
            </span>
          )}
          <p className="min-w-0 text-sm text-ink-2">
            {actor && type ? (
              <>
                <bdi className="font-medium text-ink">{actor.name}</bdi> {auditSentence(type, claim?.number)}
              </>
            ) : (
              "Kept blind: who did what shows when the review is over"
            )}
            {document && (
              <span className="block truncate text-xs text-ink-3" title={document.title}>
                <bdi>{document.title}</bdi>
              </span>
            )}
          </p>
          <TimeAgo at={entry.at} className="text-xs whitespace-nowrap text-ink-3" />
        </summary>
        <Facts entry={entry} people={people} />
      </details>
    </li>
  );
}

function Facts({ entry, people }: AuditEntryProps) {
  const { document, claim, changes, details, requestId, ip, seal, type } = entry;
  const facts: [string, string][] = [
    ["Time", entry.at.replace("T", " ").replace(/\.\d+Z$/, " UTC")],
    ...(type ? [["Action", type] satisfies [string, string]] : []),
    ...details.map(({ field, value }): [string, string] => [detailName(field), value]),
    // Without a trusted proxy in front the server does not learn it.
    ...(ip && ip !== "direct" ? [["Address", ip] satisfies [string, string]] : []),
    ...(requestId ? [["Request", requestId] satisfies [string, string]] : []),
    ["Seal", seal ? `${String(seal.position)}:${seal.hash}` : "Follows within a few seconds"],
  ];
  return (
    <div className="grid gap-3 border-t border-line bg-paper px-3 py-3 text-xs sm:ps-12">
      {changes.length > 0 && (
        <dl className="grid gap-1.5">
          {changes.map((change) => (
            <HistoryChange key={change.field} change={change} members={people} />
          ))}
        </dl>
      )}
      <dl className="grid gap-1">
        {facts.map(([name, value]) => (
          <div key={name} className="grid gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-ink-3">{name}</dt>
            <dd className="wrap-anywhere text-ink-2">{value}</dd>
          </div>
        ))}
      </dl>
      {document && (
        <Link
          className="justify-self-start text-accent underline-offset-2 hover:underline"
          href={`/documents/${document.id}${claim ? `?claim=${claim.id}` : ""}`}
        >
          {claim ? `Open claim ${String(claim.number)}` : "Open the document"}
        </Link>
      )}
    </div>
  );
}
