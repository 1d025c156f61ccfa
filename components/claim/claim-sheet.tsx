"use client";

import { AssignmentSection } from "@/components/assignment/assignment-section";
import { FormNote } from "@/components/draft/form-note";
import { ContactSection } from "@/components/contact/contact-section";
import { EvidenceSection } from "@/components/evidence/evidence-section";
import { cx } from "@/components/ui/cx";
import { useShortcuts, type ShortcutMap } from "@/components/ui/keyboard";
import { Tabs } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { ClaimDiscussion } from "@/components/thread/claim-discussion";
import { useThreads } from "@/components/thread/use-threads";
import { offeredLabels } from "@/components/verdict/scale-picker";
import { highlightTone, stateToneClass, toneClass } from "@/components/verdict/tone";
import { useAssessmentForm } from "@/components/verdict/use-assessment-form";
import { useRulingForm } from "@/components/verdict/use-ruling-form";
import { isDecided, type ClaimState } from "@/lib/domain/claim";
import type { GateCondition } from "@/lib/domain/gate";
import type { ClaimView, EvidenceView } from "@/lib/domain/views";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { ClaimDetails } from "./claim-details";
import { ClaimFoot } from "./claim-foot";
import { ClaimHeader } from "./claim-header";
import { ClaimHistory } from "./claim-history";
import { ClaimJudging } from "./claim-judging";
import type { ClaimPanelProps } from "./claim-panel";
import { ClaimQuotes } from "./claim-quotes";
import { ClaimStanding } from "./claim-standing";
import { ClaimStatement } from "./claim-statement";
import { DeleteDialog, ReopenDialog, SkipDialog } from "./move-dialogs";
import { useApplyClaim } from "./use-apply-claim";
import { useClaimForm } from "./use-claim-form";
import { useClaimMoves } from "./use-claim-moves";

/** What the panel remembers from one claim to the next. */
export interface PanelView {
  tab: string;
  detailsOpen: boolean;
}

interface ClaimSheetProps extends Omit<ClaimPanelProps, "claimId" | "initial" | "onRevision"> {
  claim: ClaimView;
  view: PanelView;
  onView: (view: PanelView) => void;
}

/** One loaded claim: read, edited, proved and judged in one place. */
export function ClaimSheet(props: ClaimSheetProps) {
  const { claim, document, me, position, total, view, commentId, onView, onChange, onDeleted, onGoToFragment, onRemoveFragment, onLook, onNext, onPrevious } =
    props;
  const { scale, members } = document;
  // Discussions are for those who work on claims.
  const discussing = me.role !== "reader";
  const threads = useThreads(document.id, discussing);
  const open = threads.list?.filter(({ claim: of, resolved }) => of?.id === claim.id && !resolved).length ?? 0;
  const client = useQueryClient();
  const root = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<"skip" | "reopen" | "delete" | "evidence" | "question" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => setDialog(null);
  /** The piece of evidence about which a discussion is being begun. */
  const [spokenOf, setSpokenOf] = useState<EvidenceView | null>(null);
  const discuss = (evidence: EvidenceView) => {
    setSpokenOf(evidence);
    onView({ ...view, tab: "discussion" });
  };

  const apply = useApplyClaim(onChange);
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: queryKeys.claim(claim.id) }), [client, claim.id]);
  const form = useClaimForm(claim, me.id, apply);
  const assessment = useAssessmentForm(claim, me.id, apply);
  const ruling = useRulingForm(claim, me.id, apply);
  // A ruling without its line cannot be saved yet, and holds nothing up.
  const settle = async () => (await form.submit()) && (!ruling.values.summary.trim() || (await ruling.submit()));
  const moves = useClaimMoves({ claim, apply, settle, onDeleted });

  const editable = claim.can.edit || form.dirty;
  const canApprove = claim.can.rule && claim.can.moveTo.includes("approved");
  const canSkip = claim.can.moveTo.includes("skipped");
  const keysIn = canApprove ? "ruling" : claim.can.assess ? "assessment" : null;

  function startMove(to: ClaimState) {
    if (to === "skipped") setDialog("skip");
    else if (claim.state === "approved") setDialog("reopen");
    else if (to === "approved") void approve();
    else void moves.move(to);
  }

  function showMissing(key: GateCondition["key"]) {
    if ((key === "evidence" || key === "primary") && claim.can.addEvidence) return setDialog("evidence");
    if (key === "threads") return onView({ ...view, tab: "discussion" });
    const place = root.current?.querySelector<HTMLElement>(`[data-gate~="${key}"]`);
    place?.scrollIntoView({ block: "center" });
    place?.querySelector<HTMLElement>("textarea, [role=radio], input, button")?.focus({ preventScroll: true });
  }

  async function approve() {
    if (ruling.dirty) await ruling.submit();
    const current = client.getQueryData<ClaimView>(queryKeys.claim(claim.id)) ?? claim;
    const missing = current.gate.find((condition) => !condition.met);
    if (missing) {
      toast.error("Not ready for approval", missing.text);
      return showMissing(missing.key);
    }
    if (await moves.move("approved")) onNext();
  }

  async function submitAssessment(): Promise<boolean> {
    if (scale.labels.length > 0 && !assessment.values.labelId && !assessment.values.unjudgeable) {
      setProblem("Choose a verdict before you submit, or say that it cannot be judged.");
      return false;
    }
    setProblem(null);
    return assessment.submit();
  }

  async function submitAndNext() {
    if (!assessment.dirty || (await submitAssessment())) onNext();
  }

  function choose(index: number) {
    const field = keysIn === "ruling" ? ruling.field("labelId") : assessment.field("labelId");
    const label = offeredLabels(scale, field.value)[index];
    if (!keysIn || !label || (keysIn === "ruling" && claim.ruling?.labelFixed)) return;
    if (keysIn === "assessment" && assessment.values.unjudgeable) assessment.field("unjudgeable").onChange(false);
    field.onChange(label.id);
  }

  const primary = canApprove
    ? { label: "Approve", busy: moves.moving === "approved", ready: claim.gate.every((condition) => condition.met), run: () => void approve() }
    : claim.can.assess
      ? {
          label: assessment.dirty ? "Submit and next" : "Next claim",
          busy: assessment.status === "saving",
          ready: assessment.dirty,
          run: () => void submitAndNext(),
        }
      : null;

  useShortcuts(
    {
      e: () => claim.can.addEvidence && setDialog("evidence"),
      q: () => claim.can.addEvidence && setDialog("question"),
      s: () => canSkip && setDialog("skip"),
      "mod+enter": { run: () => primary?.run(), inFields: true },
      ...numberKeys(choose),
    },
    { enabled: view.tab === "claim" },
  );

  const tone = isDecided(claim.state) || claim.state === "skipped" ? toneClass(highlightTone(claim, scale)) : stateToneClass(claim.state);
  const content = (
    <div className={cx("grid grid-cols-[minmax(0,1fr)] gap-4 px-5 pt-4 pb-5", tone)}>
      <ClaimHeader
        claim={claim}
        position={position}
        total={total}
        moving={moves.moving}
        onMove={startMove}
        onDelete={() => setDialog("delete")}
        onPrevious={onPrevious}
        onNext={onNext}
      />
      {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      <ClaimStatement field={form.field("statement")} editable={editable} />
      <ClaimQuotes anchors={claim.anchors} editable={claim.can.edit} onGoTo={onGoToFragment} onRemove={onRemoveFragment} onLook={onLook} />
      <ClaimStanding claim={claim} scale={scale} onTakeUp={() => void moves.move("spotted")} />
      <ClaimDetails form={form} editable={editable} open={view.detailsOpen} onOpen={(detailsOpen) => onView({ ...view, detailsOpen })} />
      <AssignmentSection claim={claim} members={members} apply={apply} />
      <EvidenceSection
        claim={claim}
        personId={me.id}
        apply={apply}
        refresh={refresh}
        adding={dialog === "evidence" || dialog === "question" ? dialog : null}
        onAdding={setDialog}
        onDiscuss={discussing ? discuss : undefined}
      />
      <ContactSection claim={claim} personId={me.id} apply={apply} />
      <ClaimJudging
        claim={claim}
        scale={scale}
        assessment={assessment}
        ruling={ruling}
        keysIn={keysIn}
        assessmentProblem={problem}
        onSubmitAssessment={canApprove ? () => void submitAssessment() : undefined}
        onShowMissing={showMissing}
        personId={me.id}
        apply={apply}
      />
    </div>
  );

  return (
    <>
      <Tabs
        label="Claim"
        value={view.tab}
        onChange={(tab) => onView({ ...view, tab })}
        className="min-h-0 flex-1 overflow-y-auto"
        listClassName="sticky top-0 z-10 bg-surface px-5"
        tabs={[
          { id: "claim", label: "Claim", content: <div ref={root}>{content}</div> },
          ...(discussing
            ? [
                {
                  id: "discussion",
                  label: "Discussion",
                  ...(open > 0 ? { count: open } : {}),
                  content: (
                    <div className="px-5 py-4">
                      <ClaimDiscussion
                        claim={claim}
                        document={document}
                        me={me}
                        commentId={commentId}
                        evidence={spokenOf}
                        onEvidenceDone={() => setSpokenOf(null)}
                        onGoTo={onGoToFragment}
                      />
                    </div>
                  ),
                },
              ]
            : []),
          {
            id: "history",
            label: "History",
            content: (
              <div className="px-5 py-4">
                <ClaimHistory claimId={claim.id} members={members} onRevert={claim.can.edit ? (seq) => void moves.revert(seq) : undefined} />
              </div>
            ),
          },
        ]}
      />
      {view.tab === "claim" && <ClaimFoot onSkip={canSkip ? () => setDialog("skip") : undefined} primary={primary} />}
      {dialog === "skip" && <SkipDialog onSkip={(skipReason, note) => moves.move("skipped", { skipReason, note })} onClose={close} />}
      {dialog === "reopen" && <ReopenDialog onReopen={(note) => moves.move("in_review", { note })} onClose={close} />}
      {dialog === "delete" && <DeleteDialog number={claim.number} onDelete={() => void moves.remove()} onClose={close} />}
    </>
  );
}

function numberKeys(choose: (index: number) => void): ShortcutMap {
  return Object.fromEntries(Array.from({ length: 9 }, (_, index) => [String(index + 1), () => choose(index)]));
}
