"use client";

import { useMemo, useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { useSlow } from "@/components/document/use-slow";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Segmented } from "@/components/ui/segmented";
import { FOREIGN_FORMAT_NAMES, type ForeignPreviewView } from "@/lib/domain/foreign";
import { countOf, formatNumber } from "@/lib/ui/format";
import { FaultList } from "./fault-list";
import { ForeignClaims } from "./foreign-claims";
import type { BringingIn } from "./use-bring-in";
import { chosenOf, groupOf, USUAL, type Show, type Wishes } from "./wishes";

const SHOWS: readonly { value: Show; name: string }[] = [
  { value: "all", name: "All" },
  { value: "found", name: "Found" },
  { value: "doubtful", name: "Doubtful" },
  { value: "lost", name: "Not found" },
  { value: "already", name: "Already there" },
];

/** What a file would add: how many are found, what comes along, and each claim with its words here. */
export function DryRun({ preview, bringing }: { preview: ForeignPreviewView; bringing: BringingIn }) {
  const { claims, format } = preview;
  const [wishes, setWishes] = useState<Wishes>(USUAL);
  const [show, setShow] = useState<Show>("all");
  const counts = useMemo(
    () => new Map(SHOWS.map(({ value }) => [value, value === "all" ? claims.length : claims.filter((each) => groupOf(each) === value).length])),
    [claims],
  );
  const chosen = useMemo(() => chosenOf(claims, wishes), [claims, wishes]);
  const shown = useMemo(() => (show === "all" ? claims : claims.filter((claim) => groupOf(claim) === show)), [claims, show]);
  const { saving, failure, source } = bringing;
  const slow = useSlow(saving);
  const toggle = (index: number) =>
    setWishes((before) => ({ ...before, except: before.except.includes(index) ? before.except.filter((each) => each !== index) : [...before.except, index] }));

  if (claims.length === 0) {
    return (
      <section aria-label="Claims in the file" className="grid gap-4">
        <EmptyState title="No claims in this file">
          Its format is {FOREIGN_FORMAT_NAMES[format]}, but no claim in it names words that could be found in a text.
        </EmptyState>
        <FaultList faults={preview.faults} count={preview.faultCount} open />
      </section>
    );
  }
  return (
    <section aria-labelledby="dry-run" className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="dry-run" className="font-text text-lg/6 font-semibold">
          {countOf(claims.length, "claim")} in the file
        </h2>
        <p className="text-sm text-ink-2">
          Format: {FOREIGN_FORMAT_NAMES[format]}. Their verdicts and notes begin a discussion of each claim; they judge nothing here.
        </p>
      </div>
      <FaultList faults={preview.faults} count={preview.faultCount} />
      <Choices counts={counts} wishes={wishes} onWishes={setWishes} />
      <Segmented
        label="Which claims are shown"
        value={show}
        onChange={setShow}
        options={SHOWS.filter(({ value }) => value === "all" || (counts.get(value) ?? 0) > 0).map(({ value, name }) => ({
          value,
          label: `${name} ${formatNumber(counts.get(value) ?? 0)}`,
        }))}
        className="sm:max-w-xl"
      />
      <ForeignClaims key={show} claims={shown} wishes={wishes} onToggle={toggle} />
      <footer className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 sm:-mx-6 sm:px-6">
        <div className="-mb-1 h-1">{slow && <ProgressBar label="Bringing in the claims" value={null} className="h-1! rounded-none" />}</div>
        <div className="grid gap-3 py-3">
          <FormFailure>{failure && `${failure.message}${failure.temporary ? " Nothing is lost: try again." : ""}`}</FormFailure>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p aria-live="polite" className="me-auto text-xs text-ink-2">
              {chosen.length === 0
                ? "Nothing of it would be brought in."
                : `${formatNumber(chosen.length)} of ${countOf(claims.length, "claim")}, all at once or none.`}
            </p>
            {failure?.code === "conflict" && source && <Button onClick={() => void bringing.look(source)}>Look again</Button>}
            <Button variant="primary" loading={saving} disabled={chosen.length === 0} onClick={() => void bringing.bring(wishes)}>
              {chosen.length === 0 ? "Bring in" : `Bring in ${countOf(chosen.length, "claim")}`}
            </Button>
          </div>
        </div>
      </footer>
    </section>
  );
}

interface ChoicesProps {
  counts: ReadonlyMap<Show, number>;
  wishes: Wishes;
  onWishes: (wishes: Wishes) => void;
}

/** What becomes of those that are not simply found; nothing while there are none. */
function Choices({ counts, wishes, onWishes }: ChoicesProps) {
  const choices = [
    { key: "doubtful", label: "Bring the doubtful ones along", hint: "They wait under “Needs a look” until somebody says where their words are." },
    { key: "lost", label: "Bring those along that are not in the text", hint: "Their quotes wait under “Needs a look”, without a place." },
    { key: "already", label: "Bring those in again that are already there", hint: "They become claims of their own, beside those that exist." },
  ] as const;
  const present = choices.filter(({ key }) => (counts.get(key) ?? 0) > 0);
  if (present.length === 0) return null;
  return (
    <fieldset className="grid gap-3 rounded-[10px] border border-line bg-surface px-4 py-3.5">
      <legend className="sr-only">What comes along</legend>
      {present.map(({ key, label, hint }) => (
        <Checkbox
          key={key}
          label={
            <>
              {label} <span className="text-ink-3 tabular-nums">{formatNumber(counts.get(key) ?? 0)}</span>
            </>
          }
          hint={hint}
          checked={wishes[key] === "bring"}
          onChange={(event) => onWishes({ ...wishes, [key]: event.target.checked ? "bring" : "skip" })}
        />
      ))}
    </fieldset>
  );
}
