"use client";

import { ClaimStateDot } from "@/components/claim/claim-state-dot";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { toast } from "@/components/ui/toast";
import type { AssignableClaim, AssignmentsView } from "@/lib/domain/assignments-view";
import { STATE_NAMES } from "@/lib/domain/claim";
import { countOf } from "@/lib/ui/format";
import Link from "next/link";
import { useState } from "react";
import { AssignDialog } from "./assign-dialog";
import { DueDay } from "./due-day";
import type { Assignments } from "./use-assignments";

/** The claims with those who work on them; several can be chosen, and given to people or taken from them at once. */
export function AssignableClaims({ assignments }: { assignments: Assignments }) {
  const { view, change } = assignments;
  const open = view.claims.filter((claim) => claim.open);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"assign" | "release" | null>(null);
  const chosen = open.filter(({ id }) => selected.has(id));
  const busyOn = new Set(chosen.flatMap((claim) => claim.assignments.map(({ personId }) => personId)));
  const toggle = (id: string) => setSelected(new Set(selected.has(id) ? [...selected].filter((each) => each !== id) : [...selected, id]));
  const settled = view.claims.length - open.length;

  return (
    <section aria-labelledby="claims" className="grid gap-3">
      <div className="sticky top-13 z-10 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2 bg-paper py-2">
        <h2 id="claims" className="me-auto text-base font-semibold max-sm:w-full">
          Claims
        </h2>
        {open.length > 0 && (
          <Checkbox
            label={chosen.length === 0 ? "Choose all" : `${String(chosen.length)} chosen`}
            checked={chosen.length === open.length}
            onChange={() => setSelected(chosen.length === open.length ? new Set() : new Set(open.map(({ id }) => id)))}
          />
        )}
        <Button disabled={chosen.length === 0} onClick={() => setDialog("assign")}>
          Assign…
        </Button>
        <Button variant="ghost" disabled={busyOn.size === 0} onClick={() => setDialog("release")}>
          Take off…
        </Button>
      </div>
      <ul aria-label="Claims" className="divide-y divide-line rounded-[10px] border border-line bg-surface">
        {open.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} view={view} checked={selected.has(claim.id)} onToggle={() => toggle(claim.id)} />
        ))}
        {open.length === 0 && <li className="px-4 py-3 text-sm text-ink-2">No claim is under work.</li>}
      </ul>
      {settled > 0 && <p className="text-xs text-ink-3">{countOf(settled, "claim is", "claims are")} settled or skipped, and not listed.</p>}
      {dialog && (
        <AssignDialog
          title={dialog === "assign" ? `Assign ${countOf(chosen.length, "claim")}` : `Take people off ${countOf(chosen.length, "claim")}`}
          {...(dialog === "assign" ? { description: "Who works on them already stays. A new deadline is for all of them." } : {})}
          people={dialog === "assign" ? view.people : view.people.filter(({ id }) => busyOn.has(id))}
          releasing={dialog === "release"}
          onSave={async (wanted) => {
            await change(
              chosen.map(({ id }) => id),
              wanted,
            );
            toast.success(dialog === "assign" ? `${countOf(chosen.length, "claim")} assigned.` : "Taken off.");
            setSelected(new Set());
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}

interface ClaimRowProps {
  claim: AssignableClaim;
  view: AssignmentsView;
  checked: boolean;
  onToggle: () => void;
}

function ClaimRow({ claim, view, checked, onToggle }: ClaimRowProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-4 py-3 hover:bg-paper">
      <Checkbox label={<span className="sr-only">Claim {claim.number}</span>} checked={checked} onChange={onToggle} />
      <div className="grid gap-1.5">
        <p dir="auto" className="text-sm text-pretty wrap-anywhere">
          <Link href={`/documents/${view.document.id}?claim=${claim.id}`} className="hover:underline hover:underline-offset-4">
            {claim.statement}
          </Link>
        </p>
        <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
          <li className="flex items-center gap-1.5">
            <ClaimStateDot state={claim.state} /> {STATE_NAMES[claim.state]}
          </li>
          {claim.assignments.map(({ personId, due, done }) => {
            const name = view.people.find(({ id }) => id === personId)?.name ?? "A former member";
            return (
              <li key={personId} className="flex items-center gap-1.5">
                <Avatar id={personId} name={name} size="sm" decorative />
                <bdi className="text-ink-2">{name}</bdi> {done ? "assessed" : due && <DueDay due={due} />}
              </li>
            );
          })}
          {claim.lacks && (
            <li className="text-warn">{claim.assignments.length === 0 ? "nobody" : `${String(claim.assignments.length)} of ${String(view.places)}`}</li>
          )}
        </ul>
      </div>
    </li>
  );
}
