import type { ClaimSummaryView, DocumentFactsView, PersonView } from "./views";

/* What a stream of server-sent events carries. Each message is JSON under the event name that is its `kind`. */

/** A line of the log, without what was written. */
export interface LiveEvent {
  seq: number;
  /** "noun.verb", past tense. */
  type: string;
  claimId: string | null;
  actor: PersonView;
  /** ISO 8601. */
  at: string;
}

/** A claim as it is after the event of that number, or later. */
export interface LiveClaim extends ClaimSummaryView {
  seq: number;
}

/** What became of a document between two numbers of its log, as one viewer may see it. */
export interface ChangesMessage {
  kind: "changes";
  documentId: string;
  /** The follower was at this number… */
  from: number;
  /** …and is at this one now. */
  seq: number;
  /** The number of the current revision, to which the places of the claims belong. */
  revision: number;
  /** What happened, where the viewer may know it. */
  events: LiveEvent[];
  /** The claims that changed, as they are now. */
  claims: LiveClaim[];
  /** The claims that are not there any more. */
  gone: { id: string; seq: number }[];
  /** The document's own fields, as they are now. */
  document: DocumentFactsView;
}

/** Too much happened to tell: read the document again. The stream goes on from `seq`. */
export interface ResetMessage {
  kind: "reset";
  documentId: string;
  seq: number;
}

/** From here on nothing is missed. */
export interface FollowingMessage {
  kind: "following";
  documentId: string;
  seq: number;
}

/** The document cannot be followed any more: it was deleted. */
export interface EndMessage {
  kind: "end";
  documentId: string;
}

/** A page at which somebody is. */
export interface Presence {
  /** Tells the pages of a person apart. */
  tab: string;
  person: PersonView;
  /** The claim that is open there. */
  claimId: string | null;
  /** The words that are selected: [start, end) in UTF-16 units of the revision's text. */
  selection: { revisionId: string; start: number; end: number } | null;
  /** The record in which the person writes a longer text ("ruling:…"), and since when by the server's clock, in milliseconds: the last to begin holds it. */
  writing: { record: string; since: number } | null;
}

/** What processes tell each other: somebody is there, or, without a presence, not any more. */
export interface PresenceNotice {
  documentId: string;
  tab: string;
  presence: Presence | null;
}

/** Who came, turned to something else, or went. It has no number: who is where is not kept, and may be missed. */
export interface PresenceMessage {
  kind: "presence";
  documentId: string;
  here: Presence[];
  /** By their tabs. */
  gone: string[];
}

/** The stream lives. */
export interface BeatMessage {
  kind: "beat";
}

/**
 * What waits for the viewer, in all documents: said when the stream begins, and whenever it is another. It has no number, because it says how it is now: who
 * comes back has missed nothing.
 */
export interface WaitingMessage {
  kind: "waiting";
  /** Notifications that were not read. */
  unread: number;
  /** The latest notification; null without any. */
  newest: string | null;
  /** As many as "My work" lists. */
  work: number;
  /** Another whenever the moderation queue is; null for who does not moderate. */
  queue: string | null;
}

/** What is said of a document. */
export type DocumentMessage = ChangesMessage | ResetMessage | FollowingMessage | EndMessage | PresenceMessage;
export type StreamMessage = DocumentMessage | WaitingMessage;
export type LiveMessage = StreamMessage | BeatMessage;

/** How often a stream says that it lives, in milliseconds. */
export const BEAT_MS = 15_000;
