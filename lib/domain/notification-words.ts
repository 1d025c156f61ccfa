import { FIRST_DOUBT } from "./first-doubt";
import { FLAG_OUTCOME_SENTENCES } from "./flag";
import { outcomeOf, SUBJECT_NAMES, type DecisionKind } from "./moderation";
import type { DecidedView, NotificationKind, NotificationView } from "./notification";

/** How a kind is called where it is switched. */
export const KIND_NAMES: Record<NotificationKind, string> = {
  mentioned: "A comment names you",
  replied: "A reply in a discussion that you take part in",
  assigned: "A claim is assigned to you",
  returned: "A claim that you assessed comes back with a question",
  decided: "A claim that you assessed is decided",
  contested: "A claim is contested, and waits for an editor",
  assessment_wanted: "A claim waits for your assessment",
  quotes_in_doubt: "The text was corrected, and quotes of yours need a look",
  moderated: "A moderator decides about you or what you wrote",
  report_settled: "A moderator has looked at what you reported",
  appeal_settled: "An appeal of yours is answered",
};

/** What a notification says, after the name of whoever caused it or alone. */
const SAID: Record<NotificationKind, { by: string; alone: string }> = {
  mentioned: { by: "names you", alone: "A comment names you" },
  replied: { by: "replied", alone: "There is a reply" },
  assigned: { by: "assigned a claim to you", alone: "A claim is assigned to you" },
  returned: { by: "sent a claim back to you", alone: "A claim came back to you" },
  decided: { by: "decided on a claim that you assessed", alone: "A claim that you assessed is decided" },
  contested: { by: "marked a claim as contested", alone: "The assessments of a claim differ" },
  assessment_wanted: { by: "asks for your assessment", alone: "A claim waits for your assessment" },
  moderated: { by: "decided about something of yours", alone: "A moderator decided about something of yours" },
  report_settled: { by: "looked at what you reported", alone: "A moderator looked at what you reported" },
  appeal_settled: { by: "answered your appeal", alone: "Your appeal is answered" },
  quotes_in_doubt: { by: "corrected the text: quotes of yours need a look", alone: "The text was corrected: quotes of yours need a look" },
};

type Concerned = Partial<Pick<NotificationView, "decision">>;

/** A notification as a sentence, without its end. */
export function sentenceOf({ kind, by, claim, decision }: Pick<NotificationView, "kind" | "by"> & Concerned & { claim: object | null }): string {
  if (decision) return sentenceOfDecision(kind, decision);
  // Several at once are told in one word about their document.
  if (kind === "assigned" && !claim) return by ? `${by.name} assigned claims to you` : "Claims are assigned to you";
  return by ? `${by.name} ${SAID[kind].by}` : SAID[kind].alone;
}

/** Past tense, with what it was about where that is said. */
const DECIDED: Partial<Record<DecisionKind, string>> = {
  hide: "A moderator hid %s of yours",
  restore: "A moderator shows %s of yours again",
  lock: "A moderator locked %s of yours",
  unlock: "A moderator unlocked %s of yours",
  delete: "A moderator deleted %s of yours",
  approve: "A moderator approved %s of yours",
  warn: "A moderator warned you",
  approve_first: "What you write has to be approved by a moderator first",
  restrict: "A moderator decided that you may only read here",
  suspend: "A moderator suspended you here",
  ban: "A moderator banned you here",
  lift: "A moderator lifted what was decided against you",
  undo: "A moderator took back what was decided about you or what you wrote",
};

function sentenceOfDecision(kind: NotificationKind, { kind: decided, subject, appeal }: DecidedView): string {
  if (kind === "appeal_settled") return appeal ? `Your appeal was ${appeal}` : SAID.appeal_settled.alone;
  if (kind === "report_settled") return FLAG_OUTCOME_SENTENCES[outcomeOf(decided)];
  return (DECIDED[decided] ?? SAID.moderated.alone).replace("%s", subject === "evidence" ? "evidence" : `a ${SUBJECT_NAMES[subject].toLowerCase()}`);
}

/** Where in the page the thing is that a notification is about. */
export function pathOf({
  kind,
  document,
  claim,
  comment,
  decision,
}: Pick<NotificationView, "kind" | "document"> & Concerned & { claim: { id: string } | null; comment: { id: string } | null }): string {
  if (!document) return `/moderation/own${decision ? `#${decision.id}` : ""}`;
  const place = new URLSearchParams({
    ...(claim ? { claim: claim.id } : {}),
    ...(comment ? { comment: comment.id } : {}),
    ...(kind === "quotes_in_doubt" ? { look: FIRST_DOUBT } : {}),
  }).toString();
  return `/documents/${document.id}${place === "" ? "" : `?${place}`}`;
}
