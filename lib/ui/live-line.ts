import type { DocumentMessage, StreamMessage, WaitingMessage } from "@/lib/domain/live";
import { newKey } from "./api";
import type { LiveState } from "./live-connection";
import { Lead } from "./live-lead";
import { standing } from "./standing";

/** What a page follows, and how it hears of it. */
export interface Following {
  documentId: string;
  /** The number up to which the page knows the document. */
  seq: () => number;
  hear: (message: DocumentMessage) => void;
  become: (state: LiveState) => void;
}

/** What the tabs of a browser say to each other. */
type Word =
  | { kind: "lead" }
  | { kind: "follow"; tab: string; documents: [id: string, seq: number][] }
  | { kind: "heard"; message: StreamMessage }
  | { kind: "state"; state: LiveState };

/**
 * The stream of a browser in a workspace: browsers allow six connections to one server, so its tabs share one. The tab that holds a lock leads: it connects, for what all of
 * them follow, and tells the others what it hears. When it goes, the lock and with it the lead pass to another. Where there are no locks (plain http on another
 * machine than this) each tab that is in sight has a stream of its own.
 */
export class LiveLine {
  private readonly tab = newKey();
  private readonly name: string;
  private readonly channel: BroadcastChannel;
  private readonly followings = new Set<Following>();
  private readonly waitings = new Set<(message: WaitingMessage) => void>();
  private waiting: WaitingMessage | null = null;
  private state: LiveState = "connecting";
  private lead: Lead | null = null;
  private release: (() => void) | undefined;

  constructor(personId: string) {
    this.name = `assay-live-${personId}-${standing() ?? ""}`;
    this.channel = new BroadcastChannel(this.name);
    this.channel.addEventListener("message", ({ data }: MessageEvent<Word>) => this.listen(data));
    if ("locks" in navigator) void this.standForLead();
    else this.leadWhileVisible();
  }

  follow(following: Following): () => void {
    this.followings.add(following);
    following.become(this.state);
    this.say();
    return () => {
      this.followings.delete(following);
      this.say();
    };
  }

  /** Hears what waits for the person, now and whenever it is another. */
  attend(hear: (message: WaitingMessage) => void): void {
    this.waitings.add(hear);
    if (this.waiting) hear(this.waiting);
    this.say();
  }

  /** Says anew from where this tab wants to hear. */
  readonly say = (): void => {
    const documents = [...this.followings].map(({ documentId, seq }): [string, number] => [documentId, seq()]);
    const word: Word = { kind: "follow", tab: this.tab, documents };
    if (this.lead) this.lead.wish(this.tab, documents);
    else this.channel.postMessage(word);
  };

  private listen(word: Word): void {
    if (word.kind === "follow") this.lead?.wish(word.tab, word.documents);
    else if (word.kind === "lead") this.say();
    else if (this.lead) return;
    else if (word.kind === "state") this.become(word.state);
    else this.hear(word.message);
  }

  private hear(message: StreamMessage): void {
    if (message.kind === "waiting") {
      this.waiting = message;
      for (const hear of [...this.waitings]) hear(message);
    } else for (const following of [...this.followings]) if (following.documentId === message.documentId) following.hear(message);
  }

  private become(state: LiveState): void {
    this.state = state;
    for (const following of [...this.followings]) following.become(state);
  }

  private async standForLead(): Promise<void> {
    // A tab that is there holds a lock of its own name, by which the leader learns that it went.
    void navigator.locks.request(`${this.name}-${this.tab}`, () => new Promise(() => undefined));
    await navigator.locks.request(this.name, () => {
      this.take();
      return new Promise<void>((resolve) => (this.release = resolve));
    });
  }

  private leadWhileVisible(): void {
    const look = () => {
      if (document.visibilityState === "visible") this.take();
      else this.give();
    };
    document.addEventListener("visibilitychange", look);
    look();
  }

  private take(): void {
    if (this.lead) return;
    this.lead = new Lead(
      (message) => {
        this.channel.postMessage({ kind: "heard", message } satisfies Word);
        this.hear(message);
      },
      (state) => {
        this.channel.postMessage({ kind: "state", state } satisfies Word);
        this.become(state);
      },
      (tab, gone) => {
        if ("locks" in navigator && tab !== this.tab) void navigator.locks.request(`${this.name}-${tab}`, gone);
      },
    );
    this.say();
    if ("locks" in navigator) this.channel.postMessage({ kind: "lead" } satisfies Word);
  }

  private give(): void {
    this.lead?.end();
    this.lead = null;
    this.release?.();
  }
}

let line: LiveLine | undefined;

/** The browser's line for this person. */
export function liveLine(personId: string): LiveLine {
  return (line ??= new LiveLine(personId));
}
