import { STANCE_LOOKS } from "@/components/evidence/names";
import { CHECK_WORTHINESS, CLAIM_STATES, CLAIM_TYPES, SKIP_REASONS, STATE_NAMES } from "@/lib/domain/claim";
import { ADJUDICATION_KINDS, type AdjudicationKind } from "@/lib/domain/review";
import { CONTACT_OUTCOME_NAMES, CONTACT_OUTCOMES, STANCES } from "@/lib/domain/evidence";
import { ANSWER_TYPE_NAMES, ANSWER_TYPES } from "@/lib/domain/question";
import type { PersonView } from "@/lib/domain/views";
import type { EventType } from "@/lib/events/record";
import { formatDateShort } from "@/lib/ui/format";
import { SKIP_REASON_NAMES, TYPE_NAMES, WORTHINESS_NAMES } from "./names";

const SENTENCES = {
  "claim.created": "marked the claim",
  "claim.imported": "brought the claim in with a bundle",
  "claim.updated": "changed the claim",
  "claim.fragments_set": "changed where it is said",
  "claim.reanchored": "corrected the text of the quote",
  "claim.returned": "sent the claim back to review by correcting its words",
  "claim.anchor_settled": "settled where it is said",
  "claim.anchor_unsettled": "took back where it is said",
  "claim.moved": "moved the claim",
  "claim.published": "published the claim",
  "claim.corrected": "corrected the published claim",
  "claim.rescaled": "moved the claim to another version of the scale",
  "claim.trashed": "deleted the claim",
  "claim.restored": "restored the claim",
  "claim.assessed": "assessed the claim",
  "claim.agreed": "gave the last assessment: all that is needed agree",
  "claim.adjudicated": "adjudicated the claim",
  "claim.ruled": "wrote the ruling",
  "thread.started": "began a discussion",
  "thread.changed": "changed whether a discussion keeps the claim from approval",
  "thread.resolved": "resolved a discussion",
  "thread.reopened": "reopened a discussion",
  "comment.added": "answered in a discussion",
  "comment.edited": "changed a comment",
  "comment.deleted": "deleted a comment",
  "comment.hidden": "hid a comment, as a moderator",
  "comment.restored": "showed a hidden comment again, as a moderator",
  "moderation.decided": "decided about it, as a moderator",
  "flag.raised": "reported something",
  "flag.settled": "settled what was reported",
  "appeal.made": "asked for a decision to be looked at again",
  "appeal.settled": "answered an appeal",
  "claim.set_aside": "took what somebody else had written instead of",
  "assignment.made": "assigned the claim",
  "assignment.taken": "took the claim",
  "assignment.changed": "changed a deadline",
  "assignment.released": "took somebody off the claim",
  "assignment.given_back": "gave the claim back",
  "assignment.lapsed": "did not come to the claim in time: it went back to the pool",
  "assignment.left": "took somebody off the claim by changing their role",
  "evidence.added": "added evidence",
  "evidence.updated": "changed evidence",
  "evidence.trashed": "deleted evidence",
  "evidence.restored": "restored evidence",
  "evidence.quote_verified": "checked a quote against its source",
  "snapshot.added": "kept a snapshot of a source",
  "snapshot.trashed": "deleted a snapshot of a source",
  "snapshot.restored": "restored a snapshot of a source",
  "question.asked": "asked a question",
  "question.updated": "changed a question",
  "question.trashed": "deleted a question",
  "question.restored": "restored a question",
  "contact.added": "noted a contact with the claimant",
  "contact.trashed": "deleted a contact with the claimant",
  "contact.restored": "restored a contact with the claimant",
} as const satisfies Partial<Record<EventType, string>>;

/** Events that a claim's history has words for. */
export type WordedEvent = keyof typeof SENTENCES;

const FIELD_NAMES: Record<string, string> = {
  shortForm: "Short form",
  broughtFrom: "Brought in from",
  saidOn: "Said on",
  mediaKind: "About",
  mediaUrl: "Where it is to be seen",
  mediaAuthenticity: "What the image or recording is",
  mediaContext: "Where the original comes from",
  mediaOriginalUrl: "Address of the original",
  checkWorthiness: "Worth checking",
  assigneeId: "Assigned to",
  due: "Due",
  skipReason: "Reason",
  place: "Place in the text",
  label: "Verdict",
  unjudgeable: "Cannot be judged",
  basis: "Decided by",
  decision: "Decision",
  accessedOn: "Seen on",
  filename: "File",
  takenOn: "Taken on",
  contactedOn: "Contacted on",
  archiveUrl: "Archived copy",
  archivedOn: "Archived on",
  answerType: "Kind of answer",
  answerYes: "Yes or no",
  unanswerable: "No answer can be found",
};

const PROSE = new Set([
  "statement",
  "reason",
  "shortForm",
  "rationale",
  "summary",
  "justification",
  "mediaContext",
  "quote",
  "note",
  "comment",
  "question",
  "answer",
]);

const DECISION_NAMES: Record<AdjudicationKind, string> = {
  taken: "took one assessment",
  written: "wrote another verdict",
  returned: "sent it back with a question",
  none_right: "none is right",
};

const PLACES: Record<string, string> = {
  exact: "sure",
  moved: "sure, carried elsewhere",
  edited: "sure, with other words",
  uncertain: "in doubt",
  orphaned: "lost",
  dropped: "dropped",
};

/** What an event says after its actor's name; an unknown one in its own words. */
export function eventSentence(type: string): string {
  return isWorded(type) ? SENTENCES[type] : type.replace(/[._]/g, " ");
}

function isWorded(type: string): type is WordedEvent {
  return type in SENTENCES;
}

/** A field as people call it: "shortForm" → "Short form". */
export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
}

/** True for texts, whose changes are shown word by word. */
export function isProse(field: string): boolean {
  return PROSE.has(field);
}

/** A value as people read it: names instead of codes and ids. */
export function changeText(field: string, value: string, members: readonly PersonView[]): string {
  if (value === "") return "";
  switch (field) {
    case "state":
      return named(CLAIM_STATES, STATE_NAMES, value);
    case "type":
      return named(CLAIM_TYPES, TYPE_NAMES, value);
    case "checkWorthiness":
      return named(CHECK_WORTHINESS, WORTHINESS_NAMES, value);
    case "skipReason":
      return named(SKIP_REASONS, SKIP_REASON_NAMES, value);
    case "decision":
      return named(ADJUDICATION_KINDS, DECISION_NAMES, value);
    case "outcome":
      return named(CONTACT_OUTCOMES, CONTACT_OUTCOME_NAMES, value);
    case "verified":
    case "unjudgeable":
    case "unanswerable":
    case "answerYes":
      return value === "true" ? "yes" : "no";
    case "stance": {
      const stance = STANCES.find((each) => each === value);
      return stance ? STANCE_LOOKS[stance].name : value;
    }
    case "answerType":
      return named(ANSWER_TYPES, ANSWER_TYPE_NAMES, value);
    case "place":
      return PLACES[value] ?? value;
    case "assigneeId":
      return members.find((member) => member.id === value)?.name ?? "a former member";
    case "saidOn":
    case "contactedOn":
    case "due":
    case "accessedOn":
    case "archivedOn":
      return formatDateShort(value);
    default:
      return value;
  }
}

function named<K extends string>(keys: readonly K[], names: Record<K, string>, value: string): string {
  const key = keys.find((each) => each === value);
  return key ? names[key] : value;
}
