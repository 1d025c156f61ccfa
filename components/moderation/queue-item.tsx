"use client";

import { ExternalLink, EyeOff, Lock, ShieldAlert } from "lucide-react";
import Link from "next/link";
import { Fragment, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import { FLAG_OUTCOME_NAMES, FLAG_REASON_NAMES } from "@/lib/domain/flag";
import { DECISION_NAMES, SUBJECT_NAMES, type DecisionKind, type ModeratedView } from "@/lib/domain/moderation";
import { countOf } from "@/lib/ui/format";
import { ItemHistory } from "./item-history";

/** The decisions that have a button, with their keys; the others are in a menu. */
export const QUICK: readonly { kind: DecisionKind; key: string }[] = [
  { kind: "approve", key: "a" },
  { kind: "keep", key: "y" },
  { kind: "hide", key: "h" },
  { kind: "restore", key: "r" },
  { kind: "escalate", key: "e" },
];

interface QueueItemProps {
  thing: ModeratedView;
  current: boolean;
  /** Takes the focus: keys led here. */
  focused: boolean;
  chosen: boolean;
  onFocus: () => void;
  onChoose: (chosen: boolean) => void;
  onDecide: (kind: DecisionKind) => void;
}

/** One thing: what it says and where, who wrote it, who reported it and why, what was decided before, and what can be. */
export function QueueItem({ thing, current, focused, chosen, onFocus, onChoose, onDecide }: QueueItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (focused) item.current?.focus();
  }, [focused]);
  const open = thing.flags.filter(({ outcome }) => outcome === null);
  const quick = QUICK.filter(({ kind }) => thing.can.includes(kind));
  const more = thing.can.filter((kind) => !QUICK.some((each) => each.kind === kind));
  const name = `${SUBJECT_NAMES[thing.subject]}: ${thing.title}`;

  return (
    <li
      ref={item}
      tabIndex={-1}
      aria-label={name}
      aria-current={current ? "true" : undefined}
      onFocus={onFocus}
      className={cx("grid scroll-my-24 gap-3 rounded-[10px] border bg-surface p-4", current ? "border-accent" : "border-line")}
    >
      <header className="flex flex-wrap items-center gap-2">
        <Checkbox
          className="self-start pt-0.5"
          label={<span className="sr-only">Choose “{thing.title}”</span>}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <h2 dir="auto" className="min-w-0 max-w-[calc(100%-2.5rem)] font-semibold wrap-anywhere">
          {thing.title}
        </h2>
        <Tag>{SUBJECT_NAMES[thing.subject]}</Tag>
        {thing.held && (
          <Tag toned className="tone-half">
            Waits for approval
          </Tag>
        )}
        {thing.hidden && !thing.held && (
          <Tag toned className="tone-mostly-false">
            <EyeOff aria-hidden size={10} /> Hidden
          </Tag>
        )}
        {thing.locked && (
          <Tag>
            <Lock aria-hidden size={10} /> Locked
          </Tag>
        )}
        {thing.gone && <Tag>Deleted already</Tag>}
        {thing.sanction && (
          <Tag toned className="tone-mostly-false">
            {DECISION_NAMES[thing.sanction].done}
          </Tag>
        )}
        {open.some(({ escalated }) => escalated) && (
          <Tag toned className="tone-half">
            <ShieldAlert aria-hidden size={10} /> For an admin
          </Tag>
        )}
        {thing.href && (
          <Link href={thing.href} className="ms-auto flex items-center gap-1 text-xs text-ink-2 underline underline-offset-3 hover:text-ink">
            See it in its place <ExternalLink aria-hidden size={11} />
          </Link>
        )}
      </header>

      {thing.words === null ? (
        <p className="text-sm text-ink-3 italic">Nobody may read this yet: its claim is assessed blind.</p>
      ) : (
        thing.words && (
          <blockquote
            dir="auto"
            className="max-h-60 overflow-y-auto border-s-2 border-line-3 ps-3 font-text text-sm/5.5 whitespace-pre-line wrap-anywhere"
            tabIndex={0}
            aria-label="What it says"
          >
            {thing.words}
          </blockquote>
        )
      )}
      {thing.passage.length > 0 && (
        <p aria-label="Where it stands in the text" role="group" dir="auto" className="font-text text-sm/5.5 text-ink-2 whitespace-pre-line wrap-anywhere">
          {thing.passage.map(({ text, quoted }, index) =>
            quoted ? (
              <mark key={index} className="rounded-[3px] bg-accent-wash text-ink">
                {text}
              </mark>
            ) : (
              <Fragment key={index}>{text}</Fragment>
            ),
          )}
        </p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs text-ink-2">
        {thing.around.map(({ label, text }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd dir="auto" className="line-clamp-3 wrap-anywhere">
              {text}
            </dd>
          </div>
        ))}
        {thing.author && (
          <div className="contents">
            <dt className="text-ink-3">{thing.subject === "person" ? "Record" : "By"}</dt>
            <dd>
              {thing.subject !== "person" && (
                <>
                  <bdi>{thing.author.name}</bdi>
                  {thing.author.role ? `, ${thing.author.role}` : ", not a member any more"} ·{" "}
                </>
              )}
              {countOf(thing.record.written, "contribution")},{" "}
              {thing.record.decisions === 0 ? "no decision against them" : `${countOf(thing.record.decisions, "decision")} against them`}
            </dd>
          </div>
        )}
      </dl>

      {thing.flags.length > 0 && (
        <ul aria-label="Reports" className="grid gap-2 border-t border-line pt-3">
          {thing.flags.map((flag) => (
            <li key={flag.id} className={cx("text-sm", flag.outcome && "text-ink-3")}>
              <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
                <Tag>{FLAG_REASON_NAMES[flag.reason]}</Tag>
                {flag.reason !== "held" && <bdi>{flag.reporter?.name ?? "A reader of the public page"}</bdi>}
                {flag.contact && (
                  <span>
                    Contact: <bdi>{flag.contact}</bdi>
                  </span>
                )}
                <TimeAgo at={flag.at} />
                {flag.outcome && (
                  <span>{flag.reason === "held" ? (flag.outcome === "dismissed" ? "Approved" : "Hidden") : FLAG_OUTCOME_NAMES[flag.outcome]}</span>
                )}
              </p>
              {flag.note && (
                <p dir="auto" className="mt-0.5 whitespace-pre-line wrap-anywhere">
                  {flag.note}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <ItemHistory history={thing.history} />

      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
        {quick.map(({ kind, key }) => (
          <Button key={kind} size="sm" onClick={() => onDecide(kind)}>
            {DECISION_NAMES[kind].todo}
            <Kbd keys={key} />
          </Button>
        ))}
        {more.length > 0 && (
          <Menu
            trigger={
              <Button size="sm" variant="ghost">
                More…
              </Button>
            }
          >
            {more.map((kind) => (
              <MenuItem key={kind} danger={kind === "delete" || kind === "ban"} onSelect={() => onDecide(kind)}>
                {DECISION_NAMES[kind].todo}…
              </MenuItem>
            ))}
          </Menu>
        )}
        {thing.can.length === 0 && <p className="text-xs text-ink-3">Somebody else has to decide about this.</p>}
      </footer>
    </li>
  );
}
