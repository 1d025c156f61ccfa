"use client";

import { Button } from "@/components/ui/button";
import type { AuditCheck } from "@/lib/domain/audit";
import { api, apiErrorOf } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { faultSentence } from "./audit-words";

/** Walks the chain of seals, and says what it found. */
export function AuditProof() {
  const [state, setState] = useState<AuditCheck | "checking" | { problem: string } | null>(null);
  async function check(): Promise<void> {
    setState("checking");
    setState(await api.get<AuditCheck>("/audit/check").catch((error: unknown) => ({ problem: apiErrorOf(error).message })));
  }
  return (
    <section aria-label="Proof" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[10px] border border-line bg-surface px-4 py-3 text-sm">
      <div role="status" className="min-w-0 flex-1 basis-64">
        {state === null || state === "checking" ? (
          <p className="text-ink-2">Each entry is sealed with the one before it, so that a change made behind the software’s back shows.</p>
        ) : "problem" in state ? (
          <p className="text-danger">The log could not be checked. {state.problem}</p>
        ) : (
          <Found check={state} />
        )}
      </div>
      <Button onClick={() => void check()} disabled={state === "checking"}>
        {state === "checking" ? "Checking…" : "Check the log"}
      </Button>
    </section>
  );
}

function Found({ check: { sealed, gone, faults, head } }: { check: AuditCheck }) {
  if (faults.length > 0)
    return (
      <div className="grid gap-1">
        <p className="flex items-center gap-2 font-medium text-danger">
          <ShieldAlert aria-hidden size={16} /> The log was changed. Keep a copy of the database, and ask whoever runs this server.
        </p>
        <ul className="list-disc ps-9 text-ink-2">
          {faults.slice(0, 10).map((fault, index) => (
            <li key={index}>{faultSentence(fault)}</li>
          ))}
          {faults.length > 10 && <li>And {countOf(faults.length - 10, "more place")}.</li>}
        </ul>
      </div>
    );
  return (
    <div className="grid gap-1">
      <p className="flex items-center gap-2 font-medium">
        <ShieldCheck aria-hidden size={16} className="text-accent" /> The log is whole: {countOf(sealed, "entry", "entries")}.
      </p>
      {gone > 0 && (
        <p className="text-ink-2">{countOf(gone, "entry went", "entries went")} with a document or claim that was deleted for good; the seals are here.</p>
      )}
      {head && (
        <p className="text-xs wrap-anywhere text-ink-3">
          The last seal, to note down elsewhere: {head.position}:{head.hash}
        </p>
      )}
    </div>
  );
}
