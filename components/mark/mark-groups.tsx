"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { Span } from "@/lib/domain/text";
import type { MarksView, MarkView } from "@/lib/domain/views";
import { countOf, formatPercent } from "@/lib/ui/format";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import type { MarkChange } from "./use-marks";

interface MarkGroupsProps {
  view: MarksView;
  busy: boolean;
  onShow: (span: Span) => void;
  onChange: (change: MarkChange) => Promise<boolean>;
}

/** Submitted marks that mean the same, together; an editor confirms which become claims. And how much each two marked the same. */
export function MarkGroups({ view, busy, onShow, onChange }: MarkGroupsProps) {
  const { document, marks, groups, agreements, can } = view;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const keyOf = (group: readonly string[]) => group.join(" ");
  const chosen = groups.filter((group) => !left.has(keyOf(group)));
  const nameOf = (id: string) => marks.find((mark) => mark.reviewerId === id)?.reviewer.name ?? "Somebody who marked nothing";

  function toggle(group: readonly string[], taken: boolean) {
    const next = new Set(left);
    if (taken) next.delete(keyOf(group));
    else next.add(keyOf(group));
    setLeft(next);
  }

  return (
    <>
      <section aria-labelledby="mark-groups" className="grid gap-3">
        <h2 id="mark-groups" className="font-text text-lg/6 font-semibold">
          {can.unite ? "To be united" : "What all marked"}
        </h2>
        {groups.length === 0 ? (
          <p className="text-sm text-pretty text-ink-2">
            {marks.some((mark) => mark.claimId !== null) ? "Every submitted mark became a claim." : "Nobody has submitted marks yet."}
          </p>
        ) : (
          <ul className="grid gap-2">
            {groups.map((group) => (
              <Group key={keyOf(group)} group={group.flatMap((id) => byId.get(id) ?? [])} onShow={onShow}>
                {can.unite && <Checkbox label="Becomes a claim" checked={!left.has(keyOf(group))} onChange={(event) => toggle(group, event.target.checked)} />}
              </Group>
            ))}
          </ul>
        )}
        {can.unite && groups.length > 0 && (
          <Button
            variant="primary"
            className="justify-self-start"
            loading={busy}
            disabled={chosen.length === 0}
            onClick={() => void onChange({ kind: "unite", groups: chosen })}
          >
            Make {countOf(chosen.length, "claim")}
          </Button>
        )}
        {can.unite && (
          <p className="text-xs text-pretty text-ink-3">
            When all is united, end it in the{" "}
            <Link href={`/documents/${document.id}/settings`} className="underline underline-offset-2 hover:text-ink">
              document’s settings
            </Link>
            : then claims are marked together.
          </p>
        )}
      </section>
      {agreements.length > 0 && (
        <section aria-labelledby="mark-agreement" className="grid gap-2">
          <h2 id="mark-agreement" className="font-text text-lg/6 font-semibold">
            How much is marked by both
          </h2>
          <ul className="grid gap-2 text-sm">
            {agreements.map((pair) => (
              <li key={`${pair.first} ${pair.second}`} className="grid gap-0.5">
                <span>
                  <bdi>{nameOf(pair.first)}</bdi> and <bdi>{nameOf(pair.second)}</bdi>
                </span>
                <span className="text-xs text-ink-2 tabular-nums">
                  {pair.agreement === null ? "–" : formatPercent(pair.agreement)} of marks ({pair.same} the same of {pair.marks[0]} and {pair.marks[1]}),{" "}
                  {pair.characters === null ? "–" : formatPercent(pair.characters)} of characters
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface GroupProps {
  group: readonly MarkView[];
  onShow: (span: Span) => void;
  children: ReactNode;
}

function Group({ group, onShow, children }: GroupProps) {
  const widest = group.reduce<MarkView | undefined>((most, mark) => (most && most.exact.length >= mark.exact.length ? most : mark), undefined);
  if (!widest) return null;
  const names = [...new Set(group.map((mark) => mark.reviewer.name))];
  return (
    <li className="grid gap-1.5 rounded-[10px] border border-line px-3 py-2.5">
      <button type="button" dir="auto" onClick={() => onShow(widest)} className="rounded text-start font-text text-sm hover:underline">
        {widest.exact}
      </button>
      <p className="text-xs text-ink-3">{names.join(", ")}</p>
      {children}
    </li>
  );
}
