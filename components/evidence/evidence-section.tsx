"use client";

import { QuestionSection } from "@/components/question/question-section";
import { SnapshotList } from "@/components/snapshot/snapshot-list";
import { useDeleteSnapshot, useFoundQuotes } from "@/components/snapshot/use-snapshots";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { part } from "@/components/ui/part";
import type { ClaimView, EvidenceView } from "@/lib/domain/views";
import { MessageCircleQuestion, Plus } from "lucide-react";
import { Suspense, useState } from "react";
import { AddEvidenceDialog } from "./add-evidence-dialog";
import { EditEvidenceDialog } from "./edit-evidence-dialog";
import { EvidenceCard } from "./evidence-card";
import { useEvidenceActions } from "./use-evidence-actions";

const AddSnapshotDialog = part(
  () => import("@/components/snapshot/add-snapshot-dialog"),
  (each) => each.AddSnapshotDialog,
);

interface EvidenceSectionProps {
  claim: ClaimView;
  personId: string;
  apply: (claim: ClaimView) => void;
  refresh: () => void;
  /** What is being added, held by the panel, which opens it by key. */
  adding: "evidence" | "question" | null;
  onAdding: (adding: "evidence" | "question" | null) => void;
  /** Begins a discussion about a piece of evidence; nothing where one may not speak. */
  onDiscuss: ((evidence: EvidenceView) => void) | undefined;
}

/** The questions about a claim with their answers, the evidence that answers none, and the way to more. */
export function EvidenceSection({ claim, personId, apply, refresh, adding, onAdding, onDiscuss }: EvidenceSectionProps) {
  const { remove, verify, answer } = useEvidenceActions(claim, apply, refresh);
  const [editing, setEditing] = useState<string | null>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  const { questions } = claim;
  const edited = claim.evidence.find((each) => each.id === editing);
  const others = claim.evidence.filter(({ questionId }) => questionId === null);
  const [keeping, setKeeping] = useState<{ id: string; dropped: File | null } | null>(null);
  const kept = claim.evidence.find((each) => each.id === keeping?.id);
  const found = useFoundQuotes(claim);
  const deleteSnapshot = useDeleteSnapshot(claim, apply, refresh);
  const hidden = claim.evidenceCount - claim.evidence.length;

  const cards = (list: readonly EvidenceView[]) => (
    <ul className="grid gap-2">
      {list.map((evidence) => (
        <EvidenceCard
          key={evidence.id}
          evidence={evidence}
          questions={questions}
          onEdit={() => setEditing(evidence.id)}
          onDelete={() => void remove(evidence)}
          onVerify={(verified) => void verify(evidence, verified)}
          onAnswer={(questionId) => void answer(evidence, questionId)}
          onDiscuss={onDiscuss && (() => onDiscuss(evidence))}
          onKeep={(dropped) => setKeeping({ id: evidence.id, dropped })}
        >
          {evidence.snapshots.length > 0 && (
            <SnapshotList snapshots={evidence.snapshots} found={found} onDelete={evidence.can.edit ? (snapshot) => void deleteSnapshot(snapshot) : undefined} />
          )}
        </EvidenceCard>
      ))}
    </ul>
  );

  function close() {
    setAnswered(null);
    onAdding(null);
  }

  return (
    <>
      <QuestionSection
        claim={claim}
        personId={personId}
        apply={apply}
        refresh={refresh}
        asking={adding === "question"}
        onAsked={close}
        onAnswer={(questionId) => {
          setAnswered(questionId);
          onAdding("evidence");
        }}
        cards={cards}
      />
      <section aria-label="Evidence" data-gate="evidence primary archive quotes" className="grid gap-2">
        <h3 className="eyebrow">{questions.length > 0 && others.length > 0 ? "Other evidence" : "Evidence"}</h3>
        {others.length > 0 && cards(others)}
        {hidden > 0 && (
          <p className="text-xs text-ink-3">{hidden === 1 ? "One piece of evidence is confidential." : `${hidden} pieces of evidence are confidential.`}</p>
        )}
        {claim.evidence.length === 0 && hidden === 0 && (
          <p className="text-xs text-ink-3">{claim.can.addEvidence ? "None yet. What would prove it, or refute it?" : "None."}</p>
        )}
        {claim.can.addEvidence && (
          <div className="-ms-3 flex flex-wrap">
            <Button variant="ghost" onClick={() => onAdding("evidence")} icon={<Plus aria-hidden size={14} />}>
              Add evidence <Kbd keys="e" />
            </Button>
            <Button variant="ghost" onClick={() => onAdding("question")} icon={<MessageCircleQuestion aria-hidden size={14} />}>
              Ask a question <Kbd keys="q" />
            </Button>
          </div>
        )}
        {adding === "evidence" && <AddEvidenceDialog key={answered} claim={claim} questionId={answered} personId={personId} apply={apply} onClose={close} />}
        {keeping && kept && (
          <Suspense>
            <AddSnapshotDialog key={kept.id} evidence={kept} personId={personId} apply={apply} dropped={keeping.dropped} onClose={() => setKeeping(null)} />
          </Suspense>
        )}
        {edited && (
          <EditEvidenceDialog
            key={edited.id}
            evidence={edited}
            questions={questions}
            personId={personId}
            apply={apply}
            refresh={refresh}
            onClose={() => setEditing(null)}
          />
        )}
      </section>
    </>
  );
}
