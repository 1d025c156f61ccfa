import { listen } from "@/lib/db/client";
import type { Deaf } from "@/lib/db/listen";
import { BEAT_MS, type LiveMessage } from "@/lib/domain/live";
import type { Actor } from "@/lib/domain/role";
import { AppError } from "@/lib/domain/errors";
import { PresenceNews } from "./presence-news";
import { EventStream } from "./sse";
import { Topic, type Follower, type DocumentSource } from "./topic";
import { WaitingNews, type ReadWaiting } from "./waiting-news";

/** What the hub must be told, because floors above know it. */
export interface HubNeeds {
  source: DocumentSource;
  waiting: ReadWaiting;
  /** Who acts in these sessions now; those that ended are missing. */
  actorsOf: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Actor>>;
  failed: (error: unknown) => void;
}

/** What a stream follows: a document, from after that number on. */
export interface Followed {
  documentId: string;
  after: number | null;
}

interface StreamOptions {
  ended?: readonly Followed[];
  waits?: boolean;
}

/** Streams that one session, and one person, may have open; a browser needs one, and one a tab where it has no locks. */
const MOST_STREAMS = 20;
const MOST_OF_A_PERSON = 40;
/** Beats between two looks at whether all sessions still live: at once is heard from the database, this is for those that run out. */
const BEATS_A_LOOK = 4;

interface Open extends Follower {
  stream: EventStream;
}

/** The one place of a process where streams meet changes. The database wakes it after each commit, of this process or another. */
export class Hub {
  private readonly topics = new Map<string, Topic>();
  private readonly open = new Set<Open>();
  private readonly needs: HubNeeds;
  private deaf: Promise<Deaf> | null = null;
  private beating: NodeJS.Timeout | undefined;
  private beats = 0;
  private closed = false;
  private readonly news = new PresenceNews((message) => this.topics.get(message.documentId)?.tell(message));
  private readonly waiting: WaitingNews;

  constructor(needs: HubNeeds) {
    this.needs = needs;
    this.waiting = new WaitingNews(needs.waiting, needs.failed);
  }

  /** Opens a stream; `ended` are documents that were asked for and are not there; `waits` says what waits for the viewer, too. Throws `rate_limited` when the session or the person has too many, and `unavailable` when the process is about to end. */
  async stream(viewer: Actor, follows: readonly Followed[], { ended = [], waits = false }: StreamOptions = {}): Promise<ReadableStream<Uint8Array>> {
    if (this.closed) throw new AppError("unavailable", "The server is being restarted.", { retryAfter: 1 });
    const own = [...this.open].filter((each) => each.viewer.userId === viewer.userId);
    if (own.filter((each) => each.viewer.sessionId === viewer.sessionId).length >= MOST_STREAMS || own.length >= MOST_OF_A_PERSON)
      throw new AppError("rate_limited", "You follow Assay in too many pages at once. Close some of them, or sign out elsewhere.", { retryAfter: 5 });
    await this.start();
    const stream = new EventStream(() => this.forget(opened));
    const opened: Open = { viewer, stream, send: (message) => stream.send(message) };
    this.open.add(opened);
    opened.send({ kind: "beat" });
    for (const { documentId } of ended) opened.send({ kind: "end", documentId });
    if (waits) this.waiting.join(opened);
    try {
      for (const { documentId, after } of follows) await this.topic(documentId).join(opened, after);
    } catch (error) {
      stream.end();
      throw error;
    }
    // It may have ended while it was being opened.
    if (!this.open.has(opened)) this.forget(opened);
    return stream.body;
  }

  /** How many streams are open. */
  get size(): number {
    return this.open.size;
  }

  /** Ends every stream, and takes no new one. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { stream } of [...this.open]) stream.end();
    clearInterval(this.beating);
    this.news.stop();
    const deaf = this.deaf;
    this.deaf = null;
    await (
      await deaf
    )?.();
  }

  private start(): Promise<Deaf> {
    this.beating ??= setInterval(() => this.beat(), BEAT_MS).unref();
    return (this.deaf ??= listen(["assay_events", "assay_access", "assay_presence", "assay_notifications"], {
      heard: (channel, payload) => {
        if (channel === "assay_events") this.topics.get(payload)?.knock();
        else if (channel === "assay_presence") this.news.hear(payload);
        else if (channel === "assay_notifications") this.waiting.knock(payload);
        else void this.look((each) => each.viewer.userId === payload);
      },
      missed: () => {
        for (const topic of this.topics.values()) topic.knock();
        this.waiting.knock();
        void this.look(() => true);
      },
    }).catch((error: unknown) => {
      this.deaf = null;
      throw error;
    }));
  }

  private topic(documentId: string): Topic {
    const known = this.topics.get(documentId);
    if (known) return known;
    const topic = new Topic(documentId, this.needs.source, this.needs.failed);
    this.topics.set(documentId, topic);
    return topic;
  }

  private forget(opened: Open): void {
    this.open.delete(opened);
    this.waiting.leave(opened);
    for (const [documentId, topic] of this.topics) {
      topic.leave(opened);
      if (topic.empty) this.topics.delete(documentId);
    }
  }

  private beat(): void {
    const beat: LiveMessage = { kind: "beat" };
    for (const each of [...this.open]) each.send(beat);
    for (const topic of this.topics.values()) topic.knock();
    this.beats += 1;
    if (this.beats % BEATS_A_LOOK !== 0) return;
    this.waiting.knock();
    void this.look(() => true);
  }

  /** Ends the streams of sessions that ended; whoever has another role now sees with it. */
  private async look(which: (opened: Open) => boolean): Promise<void> {
    const looked = [...this.open].filter(which);
    if (looked.length === 0) return;
    try {
      const actors = await this.needs.actorsOf([...new Set(looked.map(({ viewer }) => viewer.sessionId))]);
      for (const each of looked) {
        const now = actors.get(each.viewer.sessionId);
        const role = each.viewer.role;
        if (now?.workspaceId !== each.viewer.workspaceId) each.stream.end();
        else each.viewer = now;
        if (each.viewer.role === role) continue;
        for (const topic of this.topics.values()) topic.reset(each);
        this.waiting.knock(each.viewer.userId);
      }
    } catch (error) {
      this.needs.failed(error);
    }
  }
}

// On globalThis, because each route bundle loads this module for itself, and so does the code that ends the process.
const shared = globalThis as typeof globalThis & { assayHub?: Hub };

/** The process's hub. */
export function hub(needs: HubNeeds): Hub {
  return (shared.assayHub ??= new Hub(needs));
}

/** How many streams are open in this process. */
export function openStreams(): number {
  return shared.assayHub?.size ?? 0;
}

/** Ends every stream of the process. */
export async function closeHub(): Promise<void> {
  await shared.assayHub?.close();
}
