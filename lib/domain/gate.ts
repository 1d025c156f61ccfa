export interface GateInput {
  ruling: { labelId: string | null; summary: string; justification: string } | null;
  evidenceCount: number;
  /** False for a scale without labels, which takes a plain conclusion. */
  scaleHasLabels: boolean;
  /** Anchors that are `uncertain` or `orphaned`. */
  doubtfulAnchors: number;
  /** How many blind assessments the claim waits for to be complete; 0 when it waits for none. */
  assessmentsAwaited: number;
}

export interface GateCondition {
  key: "assessments" | "ruling" | "justification" | "evidence" | "anchors";
  /** What the page shows beside the tick. */
  text: string;
  met: boolean;
}

/** The conditions of approval, each met or not, in the order in which the page lists them. */
export function approvalGate(input: GateInput): GateCondition[] {
  const { ruling } = input;
  const ruled = ruling !== null && ruling.summary.trim() !== "" && (ruling.labelId !== null || !input.scaleHasLabels);
  const awaited = { key: "assessments", text: `All ${input.assessmentsAwaited} assessments`, met: false } as const;
  return [
    ...(input.assessmentsAwaited > 0 ? [awaited] : []),
    { key: "ruling", text: input.scaleHasLabels ? "A ruling: label and one-line summary" : "A ruling: the conclusion in one sentence", met: ruled },
    { key: "justification", text: "A justification for readers", met: ruling !== null && ruling.justification.trim() !== "" },
    { key: "evidence", text: "At least one piece of evidence", met: input.evidenceCount > 0 },
    { key: "anchors", text: "Every quote has its place in the text", met: input.doubtfulAnchors === 0 },
  ];
}
