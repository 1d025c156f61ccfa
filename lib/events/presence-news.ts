import type { PresenceMessage, PresenceNotice } from "@/lib/domain/live";
import { presenceBoard } from "./presence";

/** What happens in so many milliseconds is told at once: somebody who leafs through claims need not be followed step by step. */
const GATHER_MS = 200;
const SWEEP_MS = 1_000;

/** Takes down what processes say of who is where, and tells those who follow a document what is new. */
export class PresenceNews {
  private readonly tell: (message: PresenceMessage) => void;
  private readonly board = presenceBoard();
  /** By document: the tabs of which there is news. */
  private readonly news = new Map<string, Set<string>>();
  private readonly sweeping: NodeJS.Timeout;
  private gathering: NodeJS.Timeout | undefined;

  constructor(tell: (message: PresenceMessage) => void) {
    this.tell = tell;
    this.sweeping = setInterval(() => {
      for (const { documentId, tab } of this.board.sweep(Date.now())) this.add(documentId, tab);
    }, SWEEP_MS).unref();
  }

  /** Takes a notice as the database passed it on. */
  hear(payload: string): void {
    const { documentId, tab, presence } = JSON.parse(payload) as PresenceNotice; // written by this program
    const isNews = presence ? this.board.note(documentId, presence, Date.now()) : this.board.leave(documentId, tab);
    if (isNews) this.add(documentId, tab);
  }

  stop(): void {
    clearInterval(this.sweeping);
    clearTimeout(this.gathering);
  }

  private add(documentId: string, tab: string): void {
    this.news.set(documentId, (this.news.get(documentId) ?? new Set()).add(tab));
    this.gathering ??= setTimeout(() => this.flush(), GATHER_MS).unref();
  }

  private flush(): void {
    this.gathering = undefined;
    for (const [documentId, tabs] of this.news) {
      const here = this.board.at(documentId).filter(({ tab }) => tabs.has(tab));
      const present = new Set(here.map(({ tab }) => tab));
      this.tell({ kind: "presence", documentId, here, gone: [...tabs].filter((tab) => !present.has(tab)) });
    }
    this.news.clear();
  }
}
