import { DueDay } from "@/components/assignment/due-day";
import { ClaimStateDot } from "@/components/claim/claim-state-dot";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { Markdown } from "@/components/ui/markdown";
import { Badge } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import { STATE_NAMES } from "@/lib/domain/claim";
import type { WorkClaim, WorkMention, WorkView } from "@/lib/domain/work";
import { Check } from "lucide-react";
import Link from "next/link";
import { useId, type ReactNode } from "react";

const LISTS = [
  { key: "returned", title: "Returned to you", hint: "An editor asks, and waits for another assessment." },
  { key: "assigned", title: "Assigned to you", hint: "" },
  { key: "toAssess", title: "Waiting for your assessment", hint: "Several assess these claims, each without seeing the others. They still lack people." },
  { key: "contested", title: "Contested", hint: "The reviewers disagree: somebody has to decide." },
] as const;

/** What waits for one person. */
export function MyWork({ work }: { work: WorkView }) {
  if (work.total === 0)
    return (
      <EmptyState title="Nothing waits for you" icon={<Check size={18} />} className="py-16">
        Claims that are assigned or returned to you, and comments that name you, are listed here.
      </EmptyState>
    );
  return (
    <div className="grid gap-10">
      {work.mentions.length > 0 && (
        <WorkList title="You are named" count={work.mentions.length} hint="">
          {work.mentions.map((mention) => (
            <MentionRow key={mention.commentId} mention={mention} />
          ))}
        </WorkList>
      )}
      {LISTS.map(({ key, title, hint }) =>
        work[key].length === 0 ? null : (
          <WorkList key={key} title={title} count={work[key].length} hint={hint}>
            {work[key].map((claim) => (
              <ClaimRow key={claim.id} claim={claim} />
            ))}
          </WorkList>
        ),
      )}
    </div>
  );
}

function WorkList({ title, count, hint, children }: { title: string; count: number; hint: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <div>
        <h2 id={heading} className="flex items-center gap-2 text-base font-semibold">
          {title} <Badge>{count}</Badge>
        </h2>
        {hint && <p className="text-xs text-ink-3">{hint}</p>}
      </div>
      <ul className="divide-y divide-line rounded-[10px] border border-line bg-surface">{children}</ul>
    </section>
  );
}

function ClaimRow({ claim }: { claim: WorkClaim }) {
  return (
    <li className="relative grid gap-1 px-4 py-3 hover:bg-paper">
      <p dir="auto" className="text-sm font-medium text-pretty wrap-anywhere">
        <Link href={`/documents/${claim.documentId}?claim=${claim.id}`} className="after:absolute after:inset-0 hover:underline hover:underline-offset-4">
          {claim.statement}
        </Link>
      </p>
      <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
        <ClaimStateDot state={claim.state} /> {STATE_NAMES[claim.state]} <span aria-hidden>·</span>{" "}
        <span>
          <bdi>{claim.documentTitle}</bdi>, claim {claim.number}
        </span>{" "}
        <span aria-hidden>·</span> {claim.due ? <DueDay due={claim.due} /> : <TimeAgo at={claim.updatedAt} />}
      </p>
      {claim.question && <Markdown text={claim.question} className="mt-1 border-s-2 border-accent ps-3 text-sm text-ink-2" />}
    </li>
  );
}

function MentionRow({ mention: { commentId, documentId, documentTitle, claim, author, body, createdAt } }: { mention: WorkMention }) {
  const place = new URLSearchParams({ ...(claim ? { claim: claim.id } : {}), comment: commentId });
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-4 py-3 hover:bg-paper">
      <Avatar id={author.id} name={author.name} decorative />
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
          <Link
            href={`/documents/${documentId}?${place.toString()}`}
            className="font-medium text-ink after:absolute after:inset-0 hover:underline hover:underline-offset-4"
          >
            {author.name}
          </Link>
          <span aria-hidden>·</span>{" "}
          <span>
            <bdi>{documentTitle}</bdi>
            {claim && `, claim ${String(claim.number)}`}
          </span>{" "}
          <span aria-hidden>·</span> <TimeAgo at={createdAt} />
        </p>
        <Markdown text={body} className="text-sm" />
      </div>
    </li>
  );
}
