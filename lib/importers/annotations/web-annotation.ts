import { ANSWER_TYPES } from "@/lib/domain/question";
import { ClaimDraft } from "./draft-claim";
import { emptyClaim, type ForeignAnswer, type ForeignFault, type ForeignFile } from "./foreign-claim";
import { addressOf, isOf, isThing, listOf, nameOf, numberOf, textOf, thingsOf, type Thing } from "./json";
import { noteOf, tagOf } from "./note";
import { quotesOfAddress, selectedQuote, selectsByPlace } from "./selectors";

/** How far collections may be nested, and pages follow each other. */
const DEEPEST = 12;
const MOST_PAGES = 2000;
const MOST_TARGETS = 400;

/**
 * W3C Web Annotations: one, a list, a page, or a collection with its pages; our own and others'. Annotations of annotations, as comments and replies are,
 * become notes of those. https://www.w3.org/TR/annotation-model/
 */
export function readWebAnnotations(json: unknown): ForeignFile {
  const faults: ForeignFault[] = [];
  const base = baseOf(json);
  const annotations = annotationsIn(json, faults);
  const answered = answeredIn(annotations);
  const drafts = new Map<Thing, ClaimDraft>();
  annotations.forEach((annotation, index) => {
    if (answered.has(annotation)) return;
    const draft = new ClaimDraft(emptyClaim(`Annotation ${String(index + 1)}`), faults);
    drafts.set(annotation, draft);
    const creator = nameOf(annotation["creator"]);
    for (const target of listOf(annotation["target"]).slice(0, MOST_TARGETS)) readTarget(draft, target);
    draft.note("bodyValue", textOf(annotation["bodyValue"]), creator);
    const motivation = purposesOf(annotation["motivation"]);
    for (const body of bodiesOf(annotation["body"], 0)) readBody(draft, body, { creator, base, motivation });
    readOwnTerms(draft, annotation);
  });
  // Replies may stand before what they answer.
  for (const [reply, root] of answered) {
    const [draft, creator] = [drafts.get(root), nameOf(reply["creator"])];
    draft?.note("bodyValue", textOf(reply["bodyValue"]), creator);
    for (const body of bodiesOf(reply["body"], 0)) draft?.note("body", isThing(body) ? noteOf(body) : textOf(body), creator);
  }
  return { claims: [...drafts.values()].map(({ claim }) => claim), faults };
}

/** The annotations that are about another one of the file, each with the one at the end of its thread. Where all are about each other, one is taken for it. */
function answeredIn(annotations: readonly Thing[]): Map<Thing, Thing> {
  const byId = new Map(annotations.map((each): [string, Thing] => [addressOf(each), each]));
  byId.delete("");
  const roots = new Map<Thing, Thing>();
  for (const annotation of annotations) {
    const thread = new Set<Thing>();
    let root = annotation;
    while (!thread.has(root)) {
      thread.add(root);
      root = roots.get(root) ?? byId.get(subjectOf(root)) ?? root;
    }
    for (const each of thread) roots.set(each, root);
  }
  return new Map([...roots].filter(([each, root]) => each !== root));
}

/** The address of what an annotation is about. */
function subjectOf(annotation: Thing): string {
  const target = annotation["target"];
  // Who quotes words is about these, whatever the text is called.
  if (thingsOf(target)[0]?.["selector"] !== undefined) return "";
  return addressOf(target) || addressOf(thingsOf(target)[0]?.["source"]);
}

const TYPES = ["Annotation", "AnnotationCollection", "AnnotationPage", "OrderedCollection", "OrderedCollectionPage"];

/** True for what holds annotations of the model. */
export function holdsWebAnnotations(json: unknown): boolean {
  return thingsOf(json)
    .slice(0, 20)
    .some(
      (thing) =>
        TYPES.some((type) => isOf(thing, type)) ||
        (isThing(thing["target"]) && (thing["body"] !== undefined || thing["bodyValue"] !== undefined)) ||
        thingsOf(thing["@graph"]).some((each) => TYPES.some((type) => isOf(each, type))),
    );
}

function annotationsIn(json: unknown, faults: ForeignFault[]): Thing[] {
  const found: Thing[] = [];
  const [inFile, named] = [new Set<string>(), new Set<string>()];
  let pages = 0;
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const thing of thingsOf(value)) {
      if (thing["target"] !== undefined) {
        found.push(thing);
        continue;
      }
      pages += 1;
      inFile.add(addressOf(thing));
      for (const inside of ["items", "@graph", "annotations", "first", "pages"]) visit(thing[inside], depth + 1);
      if (typeof thing["first"] === "string") named.add(thing["first"]);
      follow(thing["next"]);
    }
  };
  // Pages follow each other: a loop, because there may be many.
  const follow = (first: unknown): void => {
    let next = first;
    while (isThing(next) && pages < MOST_PAGES) {
      pages += 1;
      inFile.add(addressOf(next));
      visit(next["items"], 1);
      next = next["next"];
    }
    if (typeof next === "string" && next !== "") named.add(next);
  };
  visit(json, 0);
  for (const page of named)
    if (!inFile.has(page))
      faults.push({ row: page.slice(0, 200), field: "next", message: "This page is named but not in the file. Save the collection with all its pages." });
  return found;
}

function readTarget(draft: ClaimDraft, target: unknown): void {
  if (!isThing(target)) return quotesOfAddress(textOf(target)).forEach((each) => draft.quote("target", each));
  const quote = selectedQuote(target["selector"]);
  const doubtful = target["assay:anchorStatus"] === "uncertain";
  if (quote) return draft.quote("target", { ...quote, quoted: doubtful ? textOf(target["assay:quoted"]) || quote.exact : "" });
  const inAddress = quotesOfAddress(addressOf(target["source"]) || addressOf(target));
  for (const each of inAddress) draft.quote("target", each);
  if (inAddress.length === 0 && selectsByPlace(target["selector"]))
    draft.fault("selector", "Says where, but not by words (TextQuoteSelector); so the place cannot be found in this text.");
}

/** The bodies, those of lists and choices too. */
function bodiesOf(body: unknown, depth: number): unknown[] {
  if (depth > DEEPEST) return [];
  return listOf(body).flatMap((each) => (isThing(each) && each["items"] !== undefined ? bodiesOf(each["items"], depth + 1) : [each]));
}

interface Around {
  creator: string;
  base: string;
  /** Of the annotation: that of its bodies that have no purpose of their own. */
  motivation: readonly string[];
}

function readBody(draft: ClaimDraft, body: unknown, { creator, base, motivation }: Around): void {
  if (!isThing(body)) return motivation.includes("tagging") ? draft.tag("tagging", textOf(body)) : draft.note("body", textOf(body), creator);
  const own = purposesOf(body["purpose"] ?? body["role"]);
  const purposes = own.length === 0 && (isOf(body, "Tag") || motivation.includes("tagging")) ? ["tagging"] : own;
  const by = nameOf(body["creator"]) || creator;
  if (purposes.includes("linking")) return readLink(draft, body, base);
  const source = body["source"];
  if (purposes.includes("classifying")) {
    const named = isThing(source) ? nameOf([source["label"] ?? source["name"] ?? addressOf(source)]) : textOf(source);
    const value = noteOf(body) || named;
    return isThing(source) || source !== undefined ? draft.verdict("classifying", value) : draft.tag("classifying", value);
  }
  const value = noteOf(body) || addressOf(source) || (isOf(body, "TextualBody") ? "" : addressOf(body));
  if (numberOf(body["assay:question"]) !== null) return readOwnQuestion(draft, body, value);
  if (purposes.includes("describing")) return draft.claim.statement === "" ? draft.statement("describing", value) : draft.note("describing", value, by);
  if (purposes.includes("tagging")) return draft.tag("tagging", tagOf(value));
  const verdict = textOf(body["assay:verdict"]);
  draft.note(purposes[0] ?? "body", verdict === "" ? value : `**${verdict}.** ${value}`, by);
}

/** What something is for, without the vocabulary that the word is of. */
function purposesOf(value: unknown): string[] {
  return listOf(value).map((each) => addressOf(each).replace(/^.*[/#:]/, ""));
}

/** A source: what is linked, with the copy that was kept of it. Our own terms say more about it. */
function readLink(draft: ClaimDraft, body: Thing, base: string): void {
  const source = isThing(body["source"]) ? body["source"] : { id: textOf(body["source"]) || addressOf(body) };
  const state = isThing(body["state"]) ? body["state"] : {};
  const address = addressOf(source);
  // A source without an address of its own is named by its page in the workspace it came from.
  const own = base !== "" && address.startsWith(`${base}/sources/`);
  draft.source(
    "linking",
    {
      title: textOf(source["label"]) || textOf(source["name"]) || textOf(source["title"]),
      url: own ? "" : address,
      publisher: textOf(source["assay:publisher"]) || nameOf(source["publisher"]),
      author: textOf(source["assay:author"]) || nameOf(source["creator"]),
      publishedOn: textOf(source["assay:publishedOn"]),
      type: textOf(source["assay:sourceType"]),
      quote: selectedQuote(body["selector"])?.exact ?? "",
      archiveUrl: addressOf(state["cached"]),
      archivedOn: textOf(body["assay:archivedOn"]),
      accessedOn: textOf(state["sourceDate"]),
      stance: textOf(body["assay:stance"]),
      locator: textOf(body["assay:locator"]),
      note: textOf(body["assay:note"]) || noteOf(body),
    },
    { primary: source["assay:primary"] === true, confidential: body["assay:confidential"] === true, answer: answerOf(draft, body) },
  );
}

function readOwnQuestion(draft: ClaimDraft, body: Thing, text: string): void {
  const question = draft.question("assay:question", text);
  if (question === null) return;
  draft.aboutQuestion("assay:question", question, { unanswerable: body["assay:unanswerable"] === true, note: textOf(body["assay:note"]) });
}

/** What a source of our own files answers: the questions stand before the sources, and count from 1. */
function answerOf(draft: ClaimDraft, body: Thing): ForeignAnswer | null {
  const question = (numberOf(body["assay:answers"]) ?? 0) - 1;
  const type = ANSWER_TYPES.find((each) => each === textOf(body["assay:answerType"]));
  if (!draft.claim.questions[question] || !type) return null;
  const said = textOf(body["assay:answer"]);
  if (type !== "boolean") return { question, type, yes: null, words: said };
  return /^(yes|no)$/i.test(said) ? { question, type, yes: /^yes$/i.test(said), words: textOf(body["assay:answerReason"]) } : null;
}

/** What our own files say beyond the model. */
function readOwnTerms(draft: ClaimDraft, annotation: Thing): void {
  draft.shortForm("assay:shortForm", textOf(annotation["assay:shortForm"]));
  draft.speaker("assay:speaker", textOf(annotation["assay:speaker"]));
  draft.saidOn("assay:saidOn", textOf(annotation["assay:saidOn"]));
  draft.type(textOf(annotation["assay:claimType"]));
}

/** The address of the installation that wrote a file of ours; "" for others'. */
function baseOf(json: unknown): string {
  const ours = thingsOf(json)
    .flatMap((thing) => [thing, ...thingsOf(thing["@graph"]).slice(0, 1)])
    .find((thing) => thing["assay:document"] !== undefined);
  const id = ours ? addressOf(ours) : "";
  return /^(.+)\/documents\/[^/]+\/annotations$/.exec(id)?.[1] ?? "";
}
