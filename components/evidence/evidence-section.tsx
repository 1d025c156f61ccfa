"use client";

import { SnapshotList } from "@/components/snapshot/snapshot-list";
import { useDeleteSnapshot, useFoundQuotes } from "@/components/snapshot/use-snapshots";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { toast } from "@/components/ui/toast";
import { NoteContext } from "@/components/workbench/undo-note";
import { unlessRefused } from "@/components/workbench/unless-refused";
import type { ClaimView, EvidenceView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { Plus } from "lucide-react";
import { lazy, Suspense, use, useState } from "react";
import { AddEvidenceDialog } from "./add-evidence-dialog";
import { EditEvidenceDialog } from "./edit-evidence-dialog";
import { EvidenceCard } from "./evidence-card";

const AddSnapshotDialog = lazy(async () => ({ default: (await import("@/components/snapshot/add-snapshot-dialog")).AddSnapshotDialog }));

interface EvidenceSectionProps {
  claim: ClaimView;
  personId: string;
  apply: (claim: ClaimView) => void;
  refresh: () => void;
  /** Held by the panel, which opens it by key. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  /** Begins a discussion about a piece of evidence; nothing where one may not speak. */
  onDiscuss: ((evidence: EvidenceView) => void) | undefined;
}

/** The evidence of a claim, and the way to more. */
export function EvidenceSection({ claim, personId, apply, refresh, adding, onAdding, onDiscuss }: EvidenceSectionProps) {
  const { outbox } = useSaveRegistry();
  const note = use(NoteContext);
  const about = `Evidence of claim ${claim.number}`;
  const [editing, setEditing] = useState<string | null>(null);
  const edited = claim.evidence.find((each) => each.id === editing);
  const [keeping, setKeeping] = useState<{ id: string; dropped: File | null } | null>(null);
  const kept = claim.evidence.find((each) => each.id === keeping?.id);
  const found = useFoundQuotes(claim);
  const deleteSnapshot = useDeleteSnapshot(claim, apply, refresh);
  const hidden = claim.evidenceCount - claim.evidence.length;

  async function remove({ id, version }: EvidenceView) {
    let latest = version;
    const drop = async () => apply(await outbox.queued<ClaimView>({ method: "DELETE", path: `/evidence/${id}?version=${latest}`, about }));
    const bringBack = async () => {
      const back = await outbox.queued<ClaimView>({ method: "POST", path: `/evidence/${id}/restore`, body: {}, about });
      latest = back.evidence.find((each) => each.id === id)?.version ?? latest;
      apply(back);
    };
    try {
      await drop();
      note("Evidence deleted.", {
        undone: "The evidence is back.",
        redone: "The evidence is deleted again.",
        undo: () => unlessRefused(bringBack),
        redo: () => unlessRefused(drop),
      });
    } catch (error) {
      toast.error("The evidence could not be deleted.", messageOf(error));
      refresh();
    }
  }

  async function verify({ id, version }: EvidenceView, verified: boolean) {
    try {
      apply(await outbox.queued<ClaimView>({ method: "PUT", path: `/evidence/${id}/verification`, body: { version, verified }, about }));
    } catch (error) {
      toast.error("That could not be noted.", messageOf(error));
      refresh();
    }
  }

  return (
    <section aria-label="Evidence" data-gate="evidence primary archive quotes" className="grid gap-2">
      <h3 className="eyebrow">Evidence</h3>
      {claim.evidence.length > 0 && (
        <ul className="grid gap-2">
          {claim.evidence.map((evidence) => (
            <EvidenceCard
              key={evidence.id}
              evidence={evidence}
              onEdit={() => setEditing(evidence.id)}
              onDelete={() => void remove(evidence)}
              onVerify={(verified) => void verify(evidence, verified)}
              onDiscuss={onDiscuss && (() => onDiscuss(evidence))}
              onKeep={(dropped) => setKeeping({ id: evidence.id, dropped })}
            >
              {evidence.snapshots.length > 0 && (
                <SnapshotList
                  snapshots={evidence.snapshots}
                  found={found}
                  onDelete={evidence.can.edit ? (snapshot) => void deleteSnapshot(snapshot) : undefined}
                />
              )}
            </EvidenceCard>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p className="text-xs text-ink-3">{hidden === 1 ? "One piece of evidence is confidential." : `${hidden} pieces of evidence are confidential.`}</p>
      )}
      {claim.evidence.length === 0 && hidden === 0 && (
        <p className="text-xs text-ink-3">{claim.can.addEvidence ? "None yet. What would prove it, or refute it?" : "None."}</p>
      )}
      {claim.can.addEvidence && (
        <Button variant="ghost" onClick={() => onAdding(true)} icon={<Plus aria-hidden size={14} />} className="-ms-3 justify-self-start">
          Add evidence <Kbd keys="e" />
        </Button>
      )}
      {adding && <AddEvidenceDialog claim={claim} personId={personId} apply={apply} onClose={() => onAdding(false)} />}
      {keeping && kept && (
        <Suspense>
          <AddSnapshotDialog key={kept.id} evidence={kept} personId={personId} apply={apply} dropped={keeping.dropped} onClose={() => setKeeping(null)} />
        </Suspense>
      )}
      {edited && <EditEvidenceDialog key={edited.id} evidence={edited} personId={personId} apply={apply} refresh={refresh} onClose={() => setEditing(null)} />}
    </section>
  );
}

function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Try again.";
}
