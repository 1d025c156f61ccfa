import { isOpen, type ClaimState } from "@/lib/domain/claim";
import { isConfidential } from "@/lib/domain/evidence";
import { movesFor, type ReviewSettings } from "@/lib/domain/review";
import { atLeast, type Role } from "@/lib/domain/role";
import { NOTHING_FOUND } from "@/lib/domain/media";
import { SCALE_TEMPLATES } from "@/lib/domain/scale-templates";
import { approvalGate, GATE_RULES_DEFAULT } from "@/lib/domain/gate";
import type { ClaimSummaryView, ClaimView, DocumentView, EvidenceView, QuestionView, ScaleView, SourceView } from "@/lib/domain/views";

/* One document with a claim in each state, for looking at the panel without a database. */

const TEXT =
  "A negotiating table for six had existed once. Those talks, which brought both Koreas and four neighbours around it, fell apart a decade ago when the northern delegation walked out. Since then, officials concede, the arsenal has only grown.";

const SARA = { id: "sara", name: "Sara Rahimi" };
const EDDA = { id: "edda", name: "Edda Brandt" };
const SECOND = { id: "tomas", name: "Tomás Vidal" };
const MOMENT = "2026-11-20T09:30:00.000Z";

export const SCALE: ScaleView = {
  id: "scale",
  name: "Five-point",
  version: 1,
  labels: (SCALE_TEMPLATES[0]?.labels ?? []).map((label, index) => ({ ...label, id: `label-${index + 1}`, retired: false })),
};

export const DOCUMENT: DocumentView = {
  id: "document",
  title: "Two leaders, one dinner and an old format",
  author: null,
  publication: null,
  publishedOn: "2019-04-25",
  kind: "article",
  state: "in_progress",
  language: "en",
  url: null,
  marksApart: false,
  version: 1,
  revision: {
    id: "revision",
    number: 2,
    text: TEXT,
    blocks: [{ type: "paragraph", start: 0, end: TEXT.length, marks: [] }],
    wordCount: 38,
    createdAt: "2026-11-16T08:30:00.000Z",
  },
  scale: SCALE,
  members: [
    { ...SARA, role: "reviewer" },
    { ...SECOND, role: "reviewer" },
    { ...EDDA, role: "editor" },
  ],
  seq: 0,
  can: {
    edit: true,
    mark: true,
    assign: true,
    delete: true,
    seeAgreement: true,
    seePublication: true,
    report: true,
    export: true,
    exportDesk: true,
    exportConfidential: true,
  },
};

const source = (id: string, title: string, rest: Partial<SourceView>): SourceView => ({
  id,
  title,
  publisher: "",
  author: "",
  publishedOn: null,
  url: null,
  type: "official_record",
  primary: false,
  confidential: false,
  version: 1,
  usageCount: 1,
  can: { edit: true, report: true },
  ...rest,
});

const evidence = (id: string, from: SourceView, rest: Partial<EvidenceView>): EvidenceView => ({
  id,
  closed: null,
  claimId: "",
  source: from,
  stance: "supports",
  quote: "",
  locator: "",
  accessedOn: null,
  snapshots: [],
  archiveUrl: null,
  archivedOn: null,
  note: "",
  confidential: false,
  ...{ questionId: null, answerType: "extractive", answerYes: null, answer: "" },
  quoteVerified: null,
  version: 1,
  createdBy: SARA,
  createdAt: MOMENT,
  can: { edit: true },
  ...rest,
});

const EVIDENCE = [
  evidence(
    "evidence-1",
    source("s1", "Statement of the delegation, 14 April 2009", {
      publisher: "Ministry of Foreign Affairs",
      primary: true,
      url: "https://example.org/statement",
    }),
    {
      quote: "… will never participate in such talks again …",
      questionId: "question-1",
      answerType: "abstractive",
      answer: "On 14 April 2009.",
      archiveUrl: "https://example.org/archive/statement",
      archivedOn: "2026-11-20",
    },
  ),
  evidence(
    "evidence-2",
    source("s2", "Last plenary round held December 2008", { publisher: "Chronology", url: "https://example.org/chronology", type: "other" }),
    {
      stance: "context",
      locator: "p. 4",
    },
  ),
  evidence("evidence-3", source("s3", "Conversation with a participant of the talks", { type: "interview", confidential: true }), {
    stance: "refutes",
    note: "Recalls a later, informal round.",
  }),
];

const anchor = (quote: string) => ({
  id: `anchor-${TEXT.indexOf(quote)}`,
  start: TEXT.indexOf(quote),
  end: TEXT.indexOf(quote) + quote.length,
  exact: quote,
  prefix: "",
  suffix: "",
  status: "exact" as const,
  similarity: 1,
});

const GATE_EVIDENCE = { sourceId: "s1", primary: true, addressed: true, archived: true, quoted: true, quoteVerified: false };
const REVIEW: ReviewSettings = { reviewMode: "proposal", reviewers: 2, panelRule: "majority" };

const RULING = {
  id: "ruling",
  labelId: "label-2",
  basis: "editor" as const,
  labelFixed: false,
  summary: "The walk-out came in April 2009 and the last full round in December 2008: “a decade ago” is right to within months.",
  ...NOTHING_FOUND,
  justification:
    "The delegation **withdrew on 14 April 2009**. No plenary round was held after *December 2008*; see the [chronology](https://example.org/chronology).",
  editor: EDDA,
  version: 1,
  updatedAt: MOMENT,
  approvedAt: null,
  approvedBy: null,
};

const MINE = {
  id: "assessment-1",
  claimId: "",
  reviewer: SARA,
  labelId: "label-2",
  unjudgeable: false,
  rationale: "Right to within months.",
  confidence: "high" as const,
  version: 1,
  updatedAt: MOMENT,
  current: true,
  mine: true,
};
const THEIRS = {
  ...MINE,
  id: "assessment-2",
  reviewer: SECOND,
  labelId: "label-3",
  rationale: "The talks were *suspended* several times before:\n\n- 2005\n- 2007",
  confidence: "medium" as const,
  mine: false,
};

const QUESTION: QuestionView = {
  ...{ id: "question-1", claimId: "", number: 1, text: "On which day did the delegation say that it would not come back?" },
  ...{ unanswerable: false, note: "", version: 1, createdBy: SARA, createdAt: MOMENT, can: { edit: true } },
};

/** The claim in a state, as somebody with this role sees it. */
function claimIn(state: ClaimState, role: Role, number: number): ClaimView {
  const actor = { role };
  const open = isOpen(state);
  const works = atLeast(actor, "reviewer");
  const decided = state === "approved";
  const early = state === "spotted" || state === "skipped";
  const ruling = decided ? { ...RULING, approvedAt: MOMENT, approvedBy: EDDA } : state === "adjudicated" ? RULING : null;
  const shown = early ? [] : EVIDENCE.filter((each) => works || !isConfidential(each)).map((each) => ({ ...each, can: { edit: works && open } }));
  return {
    id: `claim-${state}`,
    closed: null,
    documentId: DOCUMENT.id,
    number,
    statement: state === "skipped" ? "A pledge on paper would satisfy nobody." : "The six-party talks collapsed ten years before April 2019.",
    shortForm: early ? "" : "The six-party talks collapsed in 2009.",
    speaker: early ? "" : "Reporter",
    mediaKind: null,
    mediaUrl: "",
    saidOn: early ? null : "2019-04-25",
    type: early ? null : "event",
    checkWorthiness: early ? null : "high",
    tags: early ? [] : ["diplomacy"],
    state,
    version: 3,
    labelId: ruling?.labelId ?? null,
    assigned: early ? 0 : 1,
    assignments: early ? [] : [{ personId: SARA.id, due: "2019-05-02", done: decided }],
    evidenceCount: early ? 0 : EVIDENCE.length,
    skipReason: state === "skipped" ? "opinion" : null,
    skipNote: state === "skipped" ? "A judgement about what others would feel; nothing to measure." : "",
    createdBy: SARA,
    createdAt: MOMENT,
    updatedAt: MOMENT,
    revision: 2,
    seq: 0,
    anchors: state === "skipped" ? [anchor("officials concede")] : [anchor("talks"), anchor("fell apart a decade ago")],
    evidence: shown,
    questions: early ? [] : [{ ...QUESTION, claimId: `claim-${state}`, can: { edit: works && open } }],
    contacts: [],
    review: { ...REVIEW, round: 1, blind: false },
    assessments: decided || state === "contested" || state === "adjudicated" ? [works ? MINE : { ...MINE, mine: false }, THEIRS] : [],
    adjudications: [],
    ruling,
    publicUrl: null,
    gate: approvalGate({
      rules: GATE_RULES_DEFAULT,
      ruling,
      ownRuling: false,
      evidence: early ? [] : [GATE_EVIDENCE],
      contacts: 0,
      blockingThreads: 0,
      scaleHasLabels: true,
      doubtfulAnchors: 0,
      assessmentsAwaited: 0,
    }),
    can: {
      edit: works && open,
      addEvidence: works && open,
      assess: works && open,
      assign: atLeast(actor, "editor") && open,
      take: role === "reviewer" && early,
      giveBack: false,
      correct: false,
      adjudicate: atLeast(actor, "editor") && state === "contested",
      rule: atLeast(actor, "editor") && open,
      delete: atLeast(actor, "editor") || (works && !decided),
      moveTo: movesFor(actor, REVIEW, { state, assessed: false }),
    },
  };
}

const STATES: ClaimState[] = ["spotted", "researching", "in_review", "contested", "adjudicated", "approved", "skipped"];

/** A claim in each state, as somebody with this role sees them. */
export function claimsFor(role: Role): ClaimView[] {
  return STATES.map((state, index) => claimIn(state, role, index + 1));
}

/** What the list needs of a claim. */
export function summaryOf(claim: ClaimView): ClaimSummaryView {
  const { id, number, statement, state, version, labelId, assigned, assignments, tags, evidenceCount } = claim;
  const anchors = claim.anchors.map(({ id: anchorId, start, end, status }) => ({ id: anchorId, start, end, status }));
  return { id, number, statement, state, version, labelId, assigned, assignments, tags, evidenceCount, anchors };
}
