import { BEAT_MS, type LiveMessage, type StreamMessage } from "@/lib/domain/live";
import { sseParser } from "./sse-parser";
import { standingHeader } from "./standing";

/** How the page stands to the stream. `over`: the session ended, and nothing is to be expected. */
export type LiveState = "connecting" | "live" | "over";

interface ConnectionOptions {
  /** Where to connect now. */
  path: () => string;
  hear: (message: StreamMessage) => void;
  become: (state: LiveState) => void;
}

/** Without a word for so long the connection is dead, whatever the browser says; in milliseconds. */
const SILENCE_MS = BEAT_MS * 2.5;
const WAITS_MS = [300, 1_000, 2_000, 5_000, 10_000, 20_000];

/** The wait before the next attempt, spread so that those who lost the server together do not come back together. `chance` is from 0 to 1. */
export function waitBefore(attempt: number, chance: number): number {
  return (WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 0) * (0.7 + 0.6 * chance);
}

/**
 * One stream, made again whenever it breaks: after a wait that grows, and at once when the network or the page comes back. It is read with fetch, because an
 * EventSource hides why it failed.
 */
export class LiveConnection {
  private readonly options: ConnectionOptions;
  private abort: AbortController | null = null;
  private silence: Timer;
  private retry: Timer;
  private attempts = 0;
  private lastWord = 0;
  private stopped = false;

  constructor(options: ConnectionOptions) {
    this.options = options;
    addEventListener("online", this.wake);
    addEventListener("pageshow", this.wake);
    document.addEventListener("visibilitychange", this.wake);
  }

  /** Connects anew: what is to be followed is another now. */
  readonly connect = (): void => {
    this.drop();
    if (this.stopped) return;
    this.options.become("connecting");
    const abort = new AbortController();
    this.abort = abort;
    this.listenForSilence();
    void this.read(this.options.path(), abort.signal).then((outcome) => this.abort === abort && this.after(outcome));
  };

  stop(): void {
    this.stopped = true;
    this.drop();
    removeEventListener("online", this.wake);
    removeEventListener("pageshow", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
  }

  /** After sleep the timers come late, and a connection may look alive that is not. */
  private readonly wake = (): void => {
    if (document.visibilityState !== "visible" || Date.now() - this.lastWord < BEAT_MS + 5_000) return;
    this.attempts = 0;
    this.connect();
  };

  private async read(path: string, signal: AbortSignal): Promise<"again" | "over"> {
    try {
      const response = await fetch(`/api/v1${path}`, { signal, headers: { Accept: "text/event-stream", ...standingHeader() } });
      if (response.status === 401) return "over";
      if (!response.ok || !response.body) return "again";
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const parse = sseParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return "again";
        this.listenForSilence();
        for (const { data } of parse(decoder.decode(value, { stream: true }))) this.take(JSON.parse(data) as LiveMessage); // the server's own words
      }
    } catch {
      return "again";
    }
  }

  private take(message: LiveMessage): void {
    this.attempts = 0;
    if (message.kind === "beat") this.options.become("live");
    else this.options.hear(message);
  }

  private after(outcome: "again" | "over"): void {
    this.drop();
    this.options.become(outcome === "over" ? "over" : "connecting");
    if (outcome === "over") return;
    this.retry = setTimeout(this.connect, waitBefore(this.attempts, Math.random()));
    this.attempts += 1;
  }

  private listenForSilence(): void {
    this.lastWord = Date.now();
    clearTimeout(this.silence);
    this.silence = setTimeout(this.connect, SILENCE_MS);
  }

  private drop(): void {
    clearTimeout(this.silence);
    clearTimeout(this.retry);
    this.abort?.abort();
    this.abort = null;
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
