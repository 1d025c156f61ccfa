import type { LiveMessage, StreamMessage } from "@/lib/domain/live";
import { sseParser } from "@/lib/ui/sse-parser";

/** One who reads a stream, for tests. */
export interface Reader {
  /** All that was read, but the beats. */
  messages: StreamMessage[];
  /** Resolves when the condition holds; fails when the stream ends before. */
  until: (condition: () => boolean) => Promise<void>;
  /** Resolves with the reason when the stream ends; null when it was closed in order. */
  ended: Promise<unknown>;
  /** Leaves. */
  leave: () => Promise<void>;
}

/** Reads a stream as it comes. */
export function readerOf(body: ReadableStream<Uint8Array>): Reader {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = sseParser();
  const messages: Reader["messages"] = [];
  const waiting = new Set<() => void>();
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return null;
      for (const { data } of parse(decoder.decode(value, { stream: true }))) {
        const message = JSON.parse(data) as LiveMessage; // our own writing
        if (message.kind !== "beat") messages.push(message);
      }
      for (const look of waiting) look();
    }
  };
  const ended = read().catch((error: unknown) => error);
  return {
    messages,
    ended,
    leave: () => reader.cancel(),
    until: (condition) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void ended.then(() => (condition() ? resolve() : reject(new Error(`The stream ended after ${JSON.stringify(messages)}`))));
        look();
      }),
  };
}
