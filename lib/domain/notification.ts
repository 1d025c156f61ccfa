import type { DecisionKind, ModerationSubject } from "./moderation";
import type { PersonView } from "./views";

/**
 * What somebody is told of: a comment names them; somebody replies where they take part; a claim is assigned to them; an editor sends a claim back that they
 * assessed; its verdict stands; a claim is contested, for those who decide; a claim waits for assessments; the text was corrected and quotes of theirs lost
 * their sure place; a moderator decided about them or what they wrote; a report of theirs is settled; an appeal of theirs is answered.
 */
export const NOTIFICATION_KINDS = [
  ...(["mentioned", "replied", "assigned", "returned", "decided", "contested", "assessment_wanted", "quotes_in_doubt"] as const),
  ...(["moderated", "report_settled", "appeal_settled"] as const),
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** When a notification is sent by e-mail: never, within two minutes, or gathered once a day. */
export const MAIL_PACES = ["off", "immediate", "daily"] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** How somebody wants to be told of a kind. */
export interface Switch {
  inPage: boolean;
  mail: MailPace;
}

/** As long as a person says nothing else: all of it in the page; by e-mail at once what others wait for. */
export const USUAL_SWITCHES: Record<NotificationKind, Switch> = {
  mentioned: { inPage: true, mail: "immediate" },
  replied: { inPage: true, mail: "daily" },
  assigned: { inPage: true, mail: "immediate" },
  returned: { inPage: true, mail: "immediate" },
  decided: { inPage: true, mail: "daily" },
  contested: { inPage: true, mail: "daily" },
  assessment_wanted: { inPage: true, mail: "daily" },
  quotes_in_doubt: { inPage: true, mail: "daily" },
  moderated: { inPage: true, mail: "immediate" },
  report_settled: { inPage: true, mail: "daily" },
  appeal_settled: { inPage: true, mail: "immediate" },
};

/** One notification of the viewer's own. */
export interface NotificationView {
  id: string;
  kind: NotificationKind;
  /** Who caused it; null where that would tell who assessed. */
  by: PersonView | null;
  /** Null of what moderators decided: what they hid is not named where others may look on. */
  document: { id: string; title: string } | null;
  decision: DecidedView | null;
  claim: { id: string; number: number; statement: string } | null;
  /** The beginning of its words. Markdown. */
  comment: { id: string; beginning: string } | null;
  /** ISO 8601. */
  at: string;
  read: boolean;
}

/** What moderators decided, as whom it concerns is told of it. */
export interface DecidedView {
  id: string;
  kind: DecisionKind;
  subject: ModerationSubject;
  /** Of an appeal against it. */
  appeal: "granted" | "refused" | null;
}

/** A page of one's notifications: the unread ones first, then the latest. */
export interface NotificationsView {
  items: NotificationView[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  unread: number;
}

/** One's switches, and whether this installation sends e-mail. */
export interface SwitchesView {
  mail: { sends: boolean; address: string };
  items: ({ kind: NotificationKind } & Switch)[];
}
