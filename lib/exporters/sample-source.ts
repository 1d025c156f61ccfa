import type { Anchor } from "@/lib/domain/anchor";
import { SCALE_TEMPLATES } from "@/lib/domain/scale-templates";
import type { Block, BlockType, Mark } from "@/lib/domain/text";
import type { LabelView } from "@/lib/domain/views";
import type { ReportSource } from "./report";
import { NO_PUBLISHER_FACTS } from "./report-publication";
import type { ReportSourceClaim, ReportSourceEvidence } from "./report-claim";

/* Sources for the tests of this folder: one document, true to life, and the pieces to make others. */

type Part = [type: BlockType, text: string, more?: Pick<Block, "level" | "speaker" | "time">];

/** The canonical text of the parts, with its blocks. */
export function textOf(parts: readonly Part[]): { text: string; blocks: Block[]; wordCount: number } {
  let text = "";
  const blocks = parts.map(([type, words, more]): Block => {
    const start = text === "" ? 0 : text.length + 2;
    text += (text === "" ? "" : "\n\n") + words;
    return { type, start, end: text.length, ...more, marks: [] };
  });
  return { text, blocks, wordCount: text.split(/\s+/).length };
}

/** The anchor of a quote that stands in the text, at its first place. */
export function anchorOf(text: string, quote: string): Anchor {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`Not in the text: ${quote}`);
  return { id: `anchor-${start}`, start, end: start + quote.length, exact: quote, prefix: "", suffix: "", status: "exact", similarity: 1 };
}

/** The labels of the default scale: label-1 is True, label-5 False, label-6 Unverifiable. */
export function sampleLabels(): LabelView[] {
  return (SCALE_TEMPLATES[0]?.labels ?? []).map((label, index) => ({ ...label, id: `label-${index + 1}`, retired: false }));
}

/** A piece of evidence with a plain source, changed as the test wants. */
export function evidenceOf({
  source,
  ...change
}: Partial<Omit<ReportSourceEvidence, "source">> & { source?: Partial<ReportSourceEvidence["source"]> } = {}): ReportSourceEvidence {
  return {
    id: "evidence-1",
    stance: "supports",
    quote: "",
    locator: "",
    accessedOn: "2026-11-20",
    archiveUrl: null,
    archivedOn: null,
    note: "",
    confidential: false,
    ...{ questionId: null, answerType: "extractive", answerYes: null, answer: "" },
    ...change,
    source: {
      id: "source-1",
      title: "Statement of the delegation",
      publisher: "Ministry of Foreign Affairs",
      author: "",
      publishedOn: "2009-04-14",
      url: "https://example.org/statement",
      type: "official_record",
      primary: true,
      confidential: false,
      ...source,
    },
  };
}

/** An approved claim with a ruling and a source, changed as the test wants. */
export function claimOf(number: number, anchors: Anchor[], change: Partial<ReportSourceClaim> = {}): ReportSourceClaim {
  return {
    id: `claim-${number}`,
    number,
    statement: `Statement ${number}`,
    shortForm: "",
    speaker: "",
    saidOn: null,
    mediaKind: null,
    mediaUrl: "",
    type: "event",
    checkWorthiness: null,
    tags: [],
    state: "approved",
    skipReason: null,
    skipNote: "",
    assignments: [],
    anchors,
    evidence: [evidenceOf()],
    questions: [],
    assessments: [],
    ruling: rulingOf("label-1"),
    ...change,
  };
}

/** A question, changed as the test wants. */
export function questionOf(id: string, change: Partial<ReportSourceClaim["questions"][number]> = {}): ReportSourceClaim["questions"][number] {
  return { id, text: `Question ${id}?`, unanswerable: false, note: "", ...change };
}

/** A ruling with the given label. */
export function rulingOf(
  labelId: string | null,
  summary = "The record bears it out.",
  justification = "Two independent records agree.",
): ReportSourceClaim["ruling"] {
  const media = { mediaAuthenticity: null, mediaContext: "", mediaOriginalUrl: "" };
  return { labelId, summary, justification, ...media, editor: { id: "user-9", name: "Edda Editor" }, updatedAt: "2026-11-21T09:00:00.000Z" };
}

/** A source around a text and its claims. */
export function sourceOf(
  revision: { text: string; blocks: Block[]; wordCount: number },
  claims: ReportSourceClaim[],
  document: Partial<ReportSource["document"]> = {},
): ReportSource {
  return {
    workspace: "Foreign desk",
    publisher: NO_PUBLISHER_FACTS,
    publication: null,
    corrections: [],
    baseUrl: "https://desk.example/",
    exportedAt: "2026-11-24T08:00:00.000Z",
    document: {
      id: "doc-1",
      title: "Two leaders, one dinner and an old format",
      author: "M. Writer",
      publication: "The Daily Example",
      publishedOn: "2019-04-25",
      kind: "article",
      language: "en",
      url: "https://example.org/two-leaders",
      members: [{ id: "user-1", name: "Rana Reviewer" }],
      ...document,
    },
    revision: { number: 2, ...revision },
    scale: { id: "scale-1", name: "Five-point", version: 1, labels: sampleLabels() },
    claims,
  };
}

/** A report of a summit: fragments apart, overlaps, every kind of block, claims in many states, a confidential source. */
export function sampleSource(): ReportSource {
  const revision = textOf([
    [
      "paragraph",
      "The visitor reached the port city by armoured train, a trip of roughly seven hundred kilometres from his capital, and met his host for the first time the next morning on an island campus.",
    ],
    ["heading", "The six-party talks", { level: 2 }],
    [
      "paragraph",
      "A negotiating table for six had existed once. Those talks, which brought both Koreas and four neighbours around it and were meant to end the weapons programme, fell apart a decade ago when the northern delegation walked out. Since then, officials concede, the arsenal has only grown.",
    ],
    [
      "paragraph",
      "The private conversation lasted almost two hours, more than twice what the schedule allowed. A foreign ministry note had promised that every sanction would be lifted within the year; nobody repeated it at the table.",
    ],
    ["quote", "We all have to think about this together, and I told him so openly."],
    ["paragraph", "Three things were on the agenda, according to the programme handed out that morning:"],
    ["list_item", "guarantees, which one country alone cannot give;"],
    ["list_item", "the thirty thousand labourers whose permits end in December;"],
    ["list_item", "a gas pipeline through both halves of the peninsula."],
    ["heading", "What comes next", { level: 2 }],
    ["turn", "We have talked about the guarantees since 1994.\nNothing was signed.", { speaker: "The host", time: "00:12:31" }],
    ["turn", "And we will talk again.", { speaker: "The visitor", time: "00:12:58" }],
    [
      "paragraph",
      "An armistice signed in 1953 still stands in for a peace treaty, and analysts doubt that a pledge on paper would satisfy anybody. The train left a day earlier than planned.",
    ],
    ["preformatted", "09:10  arrival\n13:30  talks"],
    ["paragraph", "Back in the south, commuters watched the handshake on station screens. Fewer than before stopped to look."],
  ]);
  const { text } = revision;
  const at = (quote: string) => anchorOf(text, quote);
  const mark = (type: Mark["type"], quote: string, href?: string): Mark => ({ ...spanOf(at(quote)), type, ...(href === undefined ? {} : { href }) });
  for (const each of [
    mark("emphasis", "both Koreas"),
    mark("strong", "fell apart"),
    mark("link", "an island campus", "https://example.org/campus?a=1&b=2"),
    mark("code", "13:30"),
  ]) {
    revision.blocks.find((block) => block.start <= each.start && each.end <= block.end)?.marks.push(each);
  }
  return sourceOf(revision, [
    claimOf(1, [at("talks, which"), at("fell apart a decade ago")].map(withoutTail), {
      statement: "The six-party talks collapsed ten years before April 2019.",
      speaker: "The report",
      saidOn: "2019-04-25",
      tags: ["diplomacy"],
      ruling: rulingOf(
        "label-2",
        "The walk-out came in April 2009; the last full round was in December 2008.",
        "The delegation announced on **14 April 2009** that it would *never* take part in such talks again. The last plenary round had ended in December 2008, so “a decade ago” is right to within months.\n\n- Counted from the announcement: ten years and eleven days.\n- Counted from the last round: ten years and four months.\n\nSee also the [chronology](https://example.org/chronology).",
      ),
      evidence: [
        evidenceOf({
          quote: "… will never participate in such talks again …",
          archiveUrl: "https://archive.example/1",
          archivedOn: "2026-11-20",
          locator: "paragraph 3",
          note: "NOTE-FOR-DESK called twice",
          questionId: "question-1",
        }),
        evidenceOf({
          id: "evidence-2",
          stance: "context",
          ...{ questionId: "question-2", answerType: "boolean", answerYes: true, answer: "The last round was held in December 2008." },
          source: {
            id: "source-2",
            title: "Last plenary round held December 2008",
            publisher: "Chronology",
            url: "https://example.org/chronology",
            type: "news",
            primary: false,
          },
        }),
        evidenceOf({
          id: "evidence-3",
          confidential: true,
          quote: "SECRET-QUOTE",
          note: "SECRET-NOTE",
          ...{ questionId: "question-3", answerType: "abstractive", answer: "SECRET-ANSWER" },
          source: { id: "source-3", title: "SECRET-TITLE", publisher: "SECRET-PUBLISHER", author: "SECRET-AUTHOR", url: "https://secret.example/SECRET-URL" },
        }),
      ],
      questions: [
        questionOf("question-1", { text: "What did the delegation say when it left?" }),
        questionOf("question-2", { text: "Was there any round after that?" }),
        questionOf("question-3", { text: "SECRET-QUESTION" }),
        questionOf("question-4", { text: "Who asked for a further round?", unanswerable: true, note: "NOTE-FOR-DESK no minutes were kept" }),
        questionOf("question-5", { text: "UNDECIDED-QUESTION" }),
      ],
      assessments: [
        { reviewer: { id: "user-1", name: "Rana Reviewer" }, labelId: "label-3", unjudgeable: false, rationale: "ASSESSMENT-RATIONALE", confidence: "medium" },
      ],
      assignments: [{ personId: "user-1", due: null, done: false }],
    }),
    claimOf(2, [at("roughly seven hundred kilometres")], {
      statement: "The train journey was about 700 km long.",
      ruling: rulingOf("label-2", "The line is 687 km long."),
    }),
    claimOf(3, [at("met his host for the first time")], { statement: "The two leaders had never met before." }),
    claimOf(4, [at("the arsenal has only grown")], { statement: "The arsenal has grown every year since 2009." }),
    claimOf(5, [at("has only grown")], {
      statement: "The arsenal never shrank.",
      ruling: rulingOf("label-4", "One site was dismantled in 2018."),
      state: "corrected",
    }),
    claimOf(6, [at("every sanction would be lifted within the year")], {
      statement: "The ministry promised that all sanctions would end in 2019.",
      ruling: rulingOf("label-5", "The note speaks of “steps”, and names no date."),
      evidence: [
        evidenceOf({ stance: "refutes", quote: "Steps towards relief may be considered.", source: { id: "source-4", title: "Note of 18 April 2019" } }),
      ],
    }),
    claimOf(7, [at("the thirty thousand labourers")], {
      statement: "Thirty thousand labourers had permits.",
      ruling: rulingOf("label-3", "Estimates run from 8,000 to 30,000."),
    }),
    claimOf(8, [at("in 1953")], { statement: "The armistice was signed in 1953." }),
    claimOf(9, [at("a pledge on paper would satisfy anybody")], {
      statement: "Nobody would be satisfied by a pledge.",
      ruling: rulingOf("label-6", "Nobody was asked."),
    }),
    claimOf(10, [{ ...at("The train left"), exact: "the visit was cut short", status: "orphaned" }], { statement: "The visit was cut short by a day." }),
    claimOf(11, [at("commuters watched the handshake")], {
      statement: "SKIPPED-STATEMENT",
      state: "skipped",
      skipReason: "not_material",
      skipNote: "SKIP-NOTE",
      ruling: null,
      evidence: [],
    }),
    claimOf(12, [at("Fewer than before")], {
      statement: "UNDECIDED-STATEMENT",
      state: "in_review",
      ruling: rulingOf("label-5", "DRAFT-RULING", "DRAFT-JUSTIFICATION"),
      checkWorthiness: "high",
    }),
    claimOf(13, [at("station screens")], { statement: "UNRULED-STATEMENT", ruling: null }),
  ]);
}

function spanOf({ start, end }: Anchor): { start: number; end: number } {
  return { start, end };
}

/** "talks, which" finds the right "talks"; the claim is only about the word. */
function withoutTail(anchor: Anchor): Anchor {
  const exact = anchor.exact.replace(", which", "");
  return { ...anchor, exact, end: anchor.start + exact.length };
}
