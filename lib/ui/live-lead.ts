import type { StreamMessage, WaitingMessage } from "@/lib/domain/live";
import { LiveConnection, type LiveState } from "./live-connection";

/** Changes of what is followed that come together make one new connection; in milliseconds. */
const GATHER_MS = 30;

/** The tab that is connected, for all tabs of the browser. */
export class Lead {
  /** By tab: what it follows. */
  private readonly wishes = new Map<string, [id: string, seq: number][]>();
  /** Up to where each document is heard on this connection. */
  private readonly heard = new Map<string, number>();
  private readonly connection: LiveConnection;
  private readonly told: (message: StreamMessage) => void;
  private readonly became: (state: LiveState) => void;
  private readonly watch: (tab: string, gone: () => void) => void;
  private state: LiveState = "connecting";
  private waiting: WaitingMessage | null = null;
  private gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(told: Lead["told"], became: Lead["became"], watch: Lead["watch"]) {
    this.told = told;
    this.became = became;
    this.watch = watch;
    this.connection = new LiveConnection({
      path: () => this.path(),
      hear: (message) => this.hear(message),
      become: (state) => this.become(state),
    });
  }

  /** A tab follows these documents, from these numbers on. */
  wish(tab: string, documents: [id: string, seq: number][]): void {
    // The first wish connects, whatever it is: what waits for the person is heard without a document.
    let anew = this.wishes.size === 0;
    if (!this.wishes.has(tab)) {
      this.watch(tab, () => this.forget(tab));
      if (this.waiting) this.told(this.waiting);
    }
    this.wishes.set(tab, documents);
    this.became(this.state);
    for (const [id, seq] of documents) {
      const heard = this.heard.get(id);
      if (heard !== undefined && heard <= seq) continue;
      this.heard.set(id, seq);
      anew = true;
    }
    const followed = this.followed();
    for (const id of [...this.heard.keys()]) {
      if (followed.has(id)) continue;
      this.heard.delete(id);
      anew ||= followed.size === 0;
    }
    if (!anew) return;
    clearTimeout(this.gathering);
    this.gathering = setTimeout(this.connection.connect, GATHER_MS);
  }

  end(): void {
    clearTimeout(this.gathering);
    this.connection.stop();
  }

  private forget(tab: string): void {
    this.wish(tab, []);
    this.wishes.delete(tab);
  }

  private followed(): Set<string> {
    return new Set([...this.wishes.values()].flatMap((documents) => documents.map(([id]) => id)));
  }

  private path(): string {
    const documents = [...this.heard].map(([id, seq]) => `${id}:${String(seq)}`);
    return `/events?waiting=1${documents.length === 0 ? "" : `&documents=${documents.join(",")}`}`;
  }

  private hear(message: StreamMessage): void {
    if (message.kind === "waiting") this.waiting = message;
    else if (message.kind === "end") this.heard.delete(message.documentId);
    else if ("seq" in message && this.heard.has(message.documentId)) this.heard.set(message.documentId, message.seq);
    this.told(message);
  }

  private become(state: LiveState): void {
    this.state = state;
    this.became(state);
  }
}
