"use client";

import { HistoryChange } from "@/components/claim/history-change";
import { Avatar } from "@/components/ui/avatar";
import { TimeAgo } from "@/components/ui/time-ago";
import type { AuditEntryView } from "@/lib/domain/audit";
import type { PersonView } from "@/lib/domain/views";
import { EyeOff } from "lucide-react";
import Link from "next/link";
import type { AuditAsked } from "./audit-params";
import { auditSentence, detailName } from "./audit-words";

const LINK = "text-accent underline-offset-2 hover:underline";

interface AuditEntryProps {
  entry: AuditEntryView;
  /** Who can be meant by an id. */
  people: readonly PersonView[];
  /** Where the entries of one thing are listed. */
  hrefOf: (thing: AuditAsked) => string;
}

/** One row of the log: who did what to what, and behind a press all that is known of it. */
export function AuditEntry({ entry, people, hrefOf }: AuditEntryProps) {
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
        <Facts entry={entry} people={people} hrefOf={hrefOf} />
      </details>
    </li>
  );
}

function Facts({ entry, people, hrefOf }: AuditEntryProps) {
  const { document, claim, changes, details, requestId, ip, seal, type } = entry;
  const facts: { name: string; value: string; href?: string | null }[] = [
    { name: "Time", value: entry.at.replace("T", " ").replace(/\.\d+Z$/, " UTC") },
    ...(type ? [{ name: "Action", value: type }] : []),
    ...details.map(({ field, value, id }) => ({ name: detailName(field), value, href: id === null ? null : hrefOf({ subjectId: id }) })),
    // Without a trusted proxy in front the server does not learn it.
    ...(ip && ip !== "direct" ? [{ name: "Address", value: ip }] : []),
    ...(requestId ? [{ name: "Request", value: requestId }] : []),
    { name: "Seal", value: seal ? `${String(seal.position)}:${seal.hash}` : "Follows within a few seconds" },
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
        {facts.map(({ name, value, href }) => (
          <div key={name} className="grid gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-ink-3">{name}</dt>
            <dd className="wrap-anywhere text-ink-2">
              {value}
              {href && (
                <>
                  {" · "}
                  <Link className={LINK} href={href} aria-label={`Only this: ${name} ${value}`}>
                    Only this
                  </Link>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {document && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link className={LINK} href={`/documents/${document.id}${claim ? `?claim=${claim.id}` : ""}`}>
            {claim ? `Open claim ${String(claim.number)}` : "Open the document"}
          </Link>
          {claim && (
            <Link className={LINK} href={hrefOf({ claimId: claim.id })}>
              Only this claim
            </Link>
          )}
          <Link className={LINK} href={hrefOf({ documentId: document.id })}>
            Only this document
          </Link>
        </p>
      )}
    </div>
  );
}
