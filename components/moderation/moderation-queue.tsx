"use client";

import { Check, SearchX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { useShortcuts } from "@/components/ui/keyboard";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { ADVERSE, DECISION_NAMES, type DecisionKind, type ModeratedView, type QueueView } from "@/lib/domain/moderation";
import { countOf } from "@/lib/ui/format";
import { DecisionDialog } from "./decision-dialog";
import { QueueFilters, useQueueParams } from "./queue-filters";
import { QUICK, QueueItem } from "./queue-item";
import { queueHref } from "./queue-params";
import { thingKey, useDecisions } from "./use-decisions";
import { useOvertaken } from "./use-overtaken";

/** Asked about several things at once. */
const TOGETHER: readonly DecisionKind[] = ["approve", "keep", "hide", "restore", "escalate", "lock", "warn"];

/** What waits for moderators: read it, decide, and go on, by keyboard too. */
export function ModerationQueue({ items, total, pageSize, rules }: QueueView) {
  const { asked, pending, set, filtered } = useQueueParams();
  const decisions = useDecisions(items);
  /** The thing that keys are about; whoever came there by keys has the focus brought along. */
  const [at, setAt] = useState<{ key: string; byKeys: boolean } | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ things: readonly ModeratedView[]; kind: DecisionKind } | null>(null);

  const shown = asked.state === "open" ? items.filter((thing) => !decisions.isSettled(thing)) : items;
  const overtaken = useOvertaken(items, JSON.stringify(asked), decisions.isSettled);
  const index = shown.findIndex((thing) => thingKey(thing) === at?.key);
  const current = shown[index];
  const together = shown.filter((thing) => chosen.has(thingKey(thing)));

  function decide(things: readonly ModeratedView[], kind: DecisionKind): void {
    if (ADVERSE.includes(kind) || kind === "resolve" || kind === "escalate") return setAsking({ things, kind });
    goOn(things);
    void decisions.decide(things, kind);
  }

  /** To what comes after it, before it leaves the list. */
  function goOn(things: readonly ModeratedView[]): void {
    const next = shown[shown.findIndex((thing) => thing === things[0]) + 1];
    if (next) setAt({ key: thingKey(next), byKeys: true });
    setChosen(new Set());
  }

  const go = (step: number) => () => {
    const next = shown[Math.min(Math.max(index + step, 0), shown.length - 1)];
    if (next) setAt({ key: thingKey(next), byKeys: true });
  };
  const choose = (thing: ModeratedView, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, thingKey(thing)] : [...before].filter((each) => each !== thingKey(thing))));
  const quick = QUICK.map(({ kind, key }) => [key, () => current?.can.includes(kind) && decide([current], kind)] as const);
  useShortcuts({
    j: go(1),
    k: go(-1),
    x: () => current && choose(current, !chosen.has(thingKey(current))),
    ...Object.fromEntries(quick),
  });

  return (
    <div className="grid gap-5">
      <PageHeader
        title="Moderation"
        description={<span role="status">{total === 0 ? "Nothing waits here." : `${countOf(total, "thing")}, what waits longest first`}</span>}
        actions={
          <Button asChild>
            <Link href="/moderation/own">Your reports, and decisions about you</Link>
          </Button>
        }
      />
      <QueueFilters asked={asked} set={set} />
      {together.length > 0 && (
        <div
          role="group"
          aria-label="Chosen things"
          className="sticky top-14 z-10 flex flex-wrap items-center gap-2 rounded-[10px] border border-line-2 bg-surface px-4 py-2 shadow-float"
        >
          <p className="me-2 text-sm font-medium">{countOf(together.length, "thing")} chosen</p>
          {TOGETHER.filter((kind) => together.every((thing) => thing.can.includes(kind))).map((kind) => (
            <Button key={kind} size="sm" onClick={() => decide(together, kind)}>
              {DECISION_NAMES[kind].todo}
            </Button>
          ))}
          <Button size="sm" variant="ghost" onClick={() => setChosen(new Set())}>
            Choose none
          </Button>
        </div>
      )}
      {overtaken.length > 0 && (
        <ul aria-live="polite" aria-label="Decided by others" className="grid gap-1 rounded-[10px] bg-sunk px-4 py-3 text-sm text-ink-2">
          {overtaken.map((thing) => (
            <li key={thingKey(thing)} dir="auto" className="wrap-anywhere">
              Another moderator has just decided about “{thing.title}”.
            </li>
          ))}
        </ul>
      )}
      {shown.length > 0 ? (
        <ul aria-label="Queue" aria-busy={pending} className={cx("grid gap-4 transition-opacity", pending && "opacity-60")}>
          {shown.map((thing) => (
            <QueueItem
              key={thingKey(thing)}
              thing={thing}
              current={thing === current}
              focused={thing === current && at?.byKeys === true}
              chosen={chosen.has(thingKey(thing))}
              onFocus={() => setAt({ key: thingKey(thing), byKeys: false })}
              onChoose={(on) => choose(thing, on)}
              onDecide={(kind) => decide([thing], kind)}
            />
          ))}
        </ul>
      ) : filtered || asked.state !== "open" ? (
        <EmptyState
          title="Nothing fits"
          icon={<SearchX size={18} />}
          action={
            <Button onClick={() => void set({ state: null, subject: null, reason: null, age: null, document: null, page: null })}>Show what is open</Button>
          }
        >
          No report is of this state, kind, reason and age.
        </EmptyState>
      ) : (
        <EmptyState title="Nothing waits for moderators" icon={<Check size={18} />} className="py-16">
          What people report, in the workspace and on public pages, is listed here with what is around it.
        </EmptyState>
      )}
      <Pager label="Pages of the queue" page={asked.page} pageSize={pageSize} total={total} hrefFor={(page) => queueHref({ ...asked, page })} />
      {asking && (
        <DecisionDialog
          {...asking}
          rules={rules}
          decisions={decisions}
          onClose={(decided) => {
            if (decided) goOn(asking.things);
            setAsking(null);
          }}
        />
      )}
    </div>
  );
}
