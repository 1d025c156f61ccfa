import type { LiveMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import { db } from "@/lib/db/client";
import { eventsAfter, lastSeq, type LoggedEvent } from "./log";

/** More events than these at once are not told one by one: the reader is asked to read the document again. */
const MOST_AT_ONCE = 500;

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
export type Tell = (viewer: Actor, place: Readonly<Place>) => LiveMessage | null;
/** Reads what became of a document for these viewers; null when it is not there any more. */
export type ReadChanges = (documentId: string, events: readonly LoggedEvent[], viewers: readonly Actor[]) => Promise<Tell | null>;

/**
 * A document that is followed, in this process. All that happens to its followers happens in one run after the other, so that each gets every event once, in
 * order, however often somebody knocks.
 */
export class Topic {
  private readonly places = new Map<Follower, Place>();
  private readonly documentId: string;
  private readonly readChanges: ReadChanges;
  private readonly failed: (error: unknown) => void;
  private joining = 0;
  private running = false;
  private again = false;

  constructor(documentId: string, readChanges: ReadChanges, failed: (error: unknown) => void) {
    this.documentId = documentId;
    this.readChanges = readChanges;
    this.failed = failed;
  }

  /** Nobody follows, and nobody is about to. */
  get empty(): boolean {
    return this.places.size === 0 && this.joining === 0;
  }

  /** Follows from after that number on; from now on, when it is null. */
  async join(follower: Follower, after: number | null): Promise<void> {
    this.joining += 1;
    const last = await lastSeq(await db(), this.documentId).finally(() => (this.joining -= 1));
    // A number that was never given comes from another database, or from one that was set back.
    if (after !== null && after > last) follower.send({ kind: "reset", documentId: this.documentId, seq: last });
    const seq = after === null ? last : Math.min(after, last);
    this.places.set(follower, { at: seq, told: seq });
    follower.send({ kind: "following", documentId: this.documentId, seq });
    this.knock();
  }

  leave(follower: Follower): void {
    this.places.delete(follower);
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
    }
    this.running = false;
  }

  private async catchUp(): Promise<void> {
    const from = Math.min(...[...this.places.values()].map(({ at }) => at));
    const events = await eventsAfter(this.documentId, from, MOST_AT_ONCE + 1);
    const last = events.at(-1);
    if (!last) return;
    if (events.length > MOST_AT_ONCE) return this.resetBefore(last.seq);
    const viewers = [...this.places.keys()].map(({ viewer }) => viewer);
    const tell = await this.readChanges(this.documentId, events, viewers);
    if (!tell) return this.endAll();
    for (const [follower, place] of this.places) {
      if (place.at >= last.seq) continue;
      const message = tell(follower.viewer, place);
      place.at = last.seq;
      if (!message) continue;
      place.told = last.seq;
      follower.send(message);
    }
  }

  private async resetBefore(seq: number): Promise<void> {
    const last = await lastSeq(await db(), this.documentId);
    for (const [follower, place] of this.places) {
      if (place.at >= seq) continue;
      Object.assign(place, { at: last, told: last });
      follower.send({ kind: "reset", documentId: this.documentId, seq: last });
    }
    this.again = true;
  }

  private endAll(): void {
    const followers = [...this.places.keys()];
    this.places.clear();
    for (const follower of followers) follower.send({ kind: "end", documentId: this.documentId });
  }
}
