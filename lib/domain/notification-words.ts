import { FIRST_DOUBT } from "./first-doubt";
import type { NotificationKind, NotificationView } from "./notification";

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
  quotes_in_doubt: { by: "corrected the text: quotes of yours need a look", alone: "The text was corrected: quotes of yours need a look" },
};

/** A notification as a sentence, without its end. */
export function sentenceOf({ kind, by, claim }: Pick<NotificationView, "kind" | "by"> & { claim: object | null }): string {
  // Several at once are told in one word about their document.
  if (kind === "assigned" && !claim) return by ? `${by.name} assigned claims to you` : "Claims are assigned to you";
  return by ? `${by.name} ${SAID[kind].by}` : SAID[kind].alone;
}

/** Where in the page the thing is that a notification is about. */
export function pathOf({
  kind,
  document,
  claim,
  comment,
}: Pick<NotificationView, "kind" | "document"> & { claim: { id: string } | null; comment: { id: string } | null }): string {
  const place = new URLSearchParams({
    ...(claim ? { claim: claim.id } : {}),
    ...(comment ? { comment: comment.id } : {}),
    ...(kind === "quotes_in_doubt" ? { look: FIRST_DOUBT } : {}),
  }).toString();
  return `/documents/${document.id}${place === "" ? "" : `?${place}`}`;
}
