import type { ChangesMessage, LiveMessage, ResetMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import { db } from "@/lib/db/client";
import { eventsAfter, lastSeq, type LoggedEvent } from "./log";

/** More events than these at once are not told one by one: the reader is asked to read the document again. */
const MOST_AT_ONCE = 500;

/**
 * What happens while many are being told is told together: the more there are, the longer the next run waits, in milliseconds. The first word after a quiet
 * while goes out at once.
 */
const PAUSE_A_FOLLOWER_MS = 0.25;
const LONGEST_PAUSE_MS = 150;

/** One who follows a document. */
export interface Follower {
  viewer: Actor;
  send: (message: LiveMessage) => void;
}

export interface Place {
  /** The number up to which the follower's events are settled. */
  at: number;
  /** The number that the follower was told last. */
  told: number;
}

/** Says to one of the viewers what the events after their place mean to them; null when there is nothing that they may know. */
export type Tell = (viewer: Actor, place: Readonly<Place>) => ChangesMessage | null;

/** What is read of a document for those who follow it. */
export interface DocumentSource {
  /** What became of it, for these viewers. `gone` when it is not there any more, `much` when it cannot be told claim by claim. */
  readChanges: (documentId: string, events: readonly LoggedEvent[], viewers: readonly Actor[]) => Promise<Tell | "gone" | "much">;
  /** The number of the last event of which the viewer may know. */
  lastSeen: (viewer: Actor, documentId: string) => Promise<number>;
}

/**
 * A document that is followed, in this process. All that happens to its followers happens in one run after the other, so that each gets every event once, in
 * order, however often somebody knocks.
 */
export class Topic {
  private readonly places = new Map<Follower, Place>();
  private readonly documentId: string;
  private readonly source: DocumentSource;
  private readonly failed: (error: unknown) => void;
  private joining = 0;
  private running = false;
  private again = false;

  constructor(documentId: string, source: DocumentSource, failed: (error: unknown) => void) {
    this.documentId = documentId;
    this.source = source;
    this.failed = failed;
  }

  /** Nobody follows, and nobody is about to. */
  get empty(): boolean {
    return this.places.size === 0 && this.joining === 0;
  }

  /** Follows from after that number on; from now on, when it is null. */
  async join(follower: Follower, after: number | null): Promise<void> {
    this.joining += 1;
    try {
      const { documentId } = this;
      const last = await lastSeq(await db(), documentId);
      const known = after !== null && after <= last;
      const seq = known ? after : await this.source.lastSeen(follower.viewer, documentId);
      // A number that was never given comes from another database, or from one that was set back.
      if (!known && after !== null) follower.send({ kind: "reset", documentId, seq });
      this.places.set(follower, { at: seq, told: seq });
      follower.send({ kind: "following", documentId, seq });
    } finally {
      this.joining -= 1;
    }
    this.knock();
  }

  leave(follower: Follower): void {
    this.places.delete(follower);
  }

  /** Says something to everyone that is not in the log. */
  tell(message: LiveMessage): void {
    for (const follower of this.places.keys()) follower.send(message);
  }

  /** What the follower may see is another now: the document must be read again. */
  reset(follower: Follower): void {
    const place = this.places.get(follower);
    if (place) follower.send({ kind: "reset", documentId: this.documentId, seq: place.told });
  }

  /** Something may have happened. */
  knock(): void {
    this.again = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.again && this.places.size > 0) {
      this.again = false;
      // After a failure the next knock, at the latest that of the next beat, tries again from the same place.
      await this.catchUp().catch(this.failed);
      await pause(Math.min(LONGEST_PAUSE_MS, this.places.size * PAUSE_A_FOLLOWER_MS));
    }
    this.running = false;
  }

  private async catchUp(): Promise<void> {
    // Whoever comes while this is read has a place of their own, and knocks again.
    const here = [...this.places].map(([follower, place]) => ({ follower, place, viewer: follower.viewer }));
    const events = await eventsAfter(this.documentId, Math.min(...here.map(({ place }) => place.at)), MOST_AT_ONCE + 1);
    const last = events.at(-1);
    if (!last) return;
    const behind = here.filter(({ place }) => place.at < last.seq);
    const viewers = behind.map(({ viewer }) => viewer);
    const tell = events.length > MOST_AT_ONCE ? "much" : await this.source.readChanges(this.documentId, events, viewers);
    if (tell === "gone") return this.endAll();
    for (const { follower, place, viewer } of behind) {
      const message = tell === "much" ? await this.resetMessage(viewer) : tell(viewer, place);
      place.at = Math.max(last.seq, message?.seq ?? 0);
      if (!message || !this.places.has(follower)) continue;
      place.told = message.seq;
      follower.send(message);
    }
    this.again ||= events.length > MOST_AT_ONCE;
  }

  private async resetMessage(viewer: Actor): Promise<ResetMessage> {
    const seen = await this.source.lastSeen(viewer, this.documentId);
    return { kind: "reset", documentId: this.documentId, seq: seen };
  }

  private endAll(): void {
    const followers = [...this.places.keys()];
    this.places.clear();
    for (const follower of followers) follower.send({ kind: "end", documentId: this.documentId });
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
