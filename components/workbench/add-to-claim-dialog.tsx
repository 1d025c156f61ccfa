"use client";

import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { TextInput } from "@/components/ui/text-input";
import type { ClaimSummaryView } from "@/lib/domain/views";
import { useState } from "react";

interface AddToClaimDialogProps {
  quote: string;
  claims: readonly ClaimSummaryView[];
  onChoose: (claimId: string) => void;
  onClose: () => void;
}

/** Chooses the claim that the selected words belong to, when none is open. */
export function AddToClaimDialog({ quote, claims, onChoose, onClose }: AddToClaimDialogProps) {
  const [search, setSearch] = useState("");
  const words = search.toLowerCase().split(/\s+/);
  const found = claims.filter((claim) => words.every((word) => `${String(claim.number)} ${claim.statement}`.toLowerCase().includes(word)));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Add to which claim?" description={<bdi>“{quote}”</bdi>}>
      {/* Focus belongs here: the dialog was opened to choose. */}
      <TextInput autoFocus aria-label="Search the claims" placeholder="Number or words" value={search} onChange={(event) => setSearch(event.target.value)} />
      <ul className="mt-3 grid gap-1">
        {found.map((claim) => (
          <li key={claim.id}>
            <button type="button" onClick={() => onChoose(claim.id)} className="flex w-full gap-3 rounded px-2 py-1.5 text-start hover:bg-accent-wash">
              <span className="w-6 shrink-0 text-end text-ink-3 tabular-nums">{claim.number}</span>
              <span dir="auto" className="min-w-0 flex-1 font-text">
                {claim.statement}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <EmptyState title="No such claim">
          {claims.length === 0 ? "There is no claim that can take the passage. Make a new one." : "Try other words."}
        </EmptyState>
      )}
    </Dialog>
  );
}
