/** The most sources that a workspace may ask for. */
export const MIN_SOURCES_MAX = 5;

/** What a workspace asks of a claim before approval, beyond what always holds. */
export interface GateRules {
  /** Distinct sources; at least one. */
  minSources: number;
  primarySource: boolean;
  claimantContacted: boolean;
  /** Each source with an address has an archived copy. */
  archived: boolean;
  /** Each quote was found in its source by somebody. */
  quotesVerified: boolean;
  /** Whoever wrote the ruling does not approve it. */
  secondSignature: boolean;
  noBlockingThreads: boolean;
}

/** What a workspace asks for that has set nothing. */
export const GATE_RULES_DEFAULT: GateRules = {
  minSources: 1,
  primarySource: false,
  claimantContacted: false,
  archived: false,
  quotesVerified: false,
  secondSignature: false,
  noBlockingThreads: true,
};

export interface GateEvidence {
  sourceId: string;
  primary: boolean;
  /** True when the source has an address that could be archived. */
  addressed: boolean;
  archived: boolean;
  quoted: boolean;
  quoteVerified: boolean;
}

export interface GateInput {
  rules: GateRules;
  ruling: { labelId: string | null; summary: string; justification: string } | null;
  /** True when who looks at the gate wrote the ruling. */
  ownRuling: boolean;
  evidence: readonly GateEvidence[];
  /** Attempts to hear from whoever made the claim. */
  contacts: number;
  /** Open threads that are marked blocking. */
  blockingThreads: number;
  /** False for a scale without labels, which takes a plain conclusion. */
  scaleHasLabels: boolean;
  /** Anchors that are `uncertain` or `orphaned`. */
  doubtfulAnchors: number;
  /** How many blind assessments the claim waits for to be complete; 0 when it waits for none. */
  assessmentsAwaited: number;
}

export interface GateCondition {
  key: "assessments" | "ruling" | "justification" | "evidence" | "primary" | "archive" | "quotes" | "contact" | "signature" | "threads" | "anchors";
  /** What the page shows beside the tick. */
  text: string;
  met: boolean;
}

/** The conditions of approval, each met or not, in the order in which the page lists them; those that the workspace does not ask for are left out. */
export function approvalGate(input: GateInput): GateCondition[] {
  const { rules, ruling, evidence } = input;
  const ruled = ruling !== null && ruling.summary.trim() !== "" && (ruling.labelId !== null || !input.scaleHasLabels);
  const sources = new Set(evidence.map((each) => each.sourceId)).size;
  const conditions: (GateCondition & { asked?: boolean })[] = [
    { key: "assessments", text: `All ${input.assessmentsAwaited} assessments`, met: false, asked: input.assessmentsAwaited > 0 },
    { key: "ruling", text: input.scaleHasLabels ? "A ruling: label and one-line summary" : "A ruling: the conclusion in one sentence", met: ruled },
    { key: "justification", text: "A justification for readers", met: ruling !== null && ruling.justification.trim() !== "" },
    {
      key: "evidence",
      text: rules.minSources > 1 ? `Evidence from at least ${rules.minSources} sources` : "At least one piece of evidence",
      met: sources >= rules.minSources,
    },
    { key: "primary", text: "At least one primary source", met: evidence.some((each) => each.primary), asked: rules.primarySource },
    {
      key: "archive",
      text: "An archived copy of each source on the web",
      met: evidence.every((each) => each.archived || !each.addressed),
      asked: rules.archived,
    },
    {
      key: "quotes",
      text: "Each quote verified in its source",
      met: evidence.every((each) => each.quoteVerified || !each.quoted),
      asked: rules.quotesVerified,
    },
    { key: "contact", text: "The claimant was contacted", met: input.contacts > 0, asked: rules.claimantContacted },
    { key: "signature", text: "A second signature: not by whoever wrote the ruling", met: ruled && !input.ownRuling, asked: rules.secondSignature },
    {
      key: "threads",
      text: "No open thread that blocks approval",
      met: input.blockingThreads === 0,
      asked: rules.noBlockingThreads && input.blockingThreads > 0,
    },
    { key: "anchors", text: "Every quote has its place in the text", met: input.doubtfulAnchors === 0 },
  ];
  return conditions.filter(({ asked = true }) => asked).map(({ key, text, met }) => ({ key, text, met }));
}
