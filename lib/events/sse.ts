import type { LiveMessage } from "@/lib/domain/live";

/** How many unread bytes a reader may let pile up before it is cut off: it comes back and reads on from where it was. */
const BUFFER_BYTES = 256 * 1024;

/** A message as server-sent events have it. Those that move on in the log carry the number as their id. */
export function toServerSentEvent(message: LiveMessage): string {
  const id = "seq" in message ? `id: ${String(message.seq)}\n` : "";
  return `event: ${message.kind}\n${id}data: ${JSON.stringify(message)}\n\n`;
}

const encoder = new TextEncoder();
/** The same message goes to many. */
const encoded = new WeakMap<LiveMessage, Uint8Array>();

function bytesOf(message: LiveMessage): Uint8Array {
  const bytes = encoded.get(message) ?? encoder.encode(toServerSentEvent(message));
  encoded.set(message, bytes);
  return bytes;
}

/** A stream to one browser, with a bounded buffer. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private readonly closed: () => void;

  /** `closed` is called once, whoever closes. */
  constructor(closed: () => void) {
    this.closed = closed;
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.controller = controller;
        },
        cancel: () => this.forget(),
      },
      { highWaterMark: BUFFER_BYTES, size: (bytes) => bytes.byteLength },
    );
  }

  send(message: LiveMessage): void {
    const { controller } = this;
    if (!controller) return;
    controller.enqueue(bytesOf(message));
    if ((controller.desiredSize ?? 0) > 0) return;
    this.forget();
    // By this name it is known as no failure of ours: the connection ends, and what was not read is thrown away.
    controller.error(new DOMException("The reader is too slow.", "AbortError"));
  }

  end(): void {
    const { controller } = this;
    this.forget();
    controller?.close();
  }

  private forget(): void {
    if (!this.controller) return;
    this.controller = undefined;
    this.closed();
  }
}
