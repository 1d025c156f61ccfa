import { describe, expect, it } from "vitest";
import type { Span } from "@/lib/domain/text";
import type { ClaimView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";
import { FragmentWriter } from "./fragment-writer";

const at = (start: number, end: number): Span => ({ start, end });

// Narrowing: the writer looks at version and anchors only.
const claim = (version: number, spans: readonly Span[]) => ({ version, anchors: spans.map((span) => ({ ...span })) }) as ClaimView;

/** A server that holds one claim and answers when told to. */
function server(spans: readonly Span[]) {
  let current = claim(1, spans);
  const waiting: (() => void)[] = [];
  const seen: string[] = [];
  const put = async (version: number, fragments: readonly Span[]) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    seen.push(fragments.map((span) => span.end).join());
    if (version !== current.version) throw new ApiError("conflict", "changed", { status: 409, current });
    current = claim(version + 1, fragments);
    return current;
  };
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { put, answer, seen, change: (spans_: readonly Span[]) => (current = claim(current.version + 1, spans_)), version: () => current.version };
}

describe("writing fragments", () => {
  it("sends one at a time and of those that came meanwhile only the last", async () => {
    const { put, answer, seen } = server([at(0, 1)]);
    let version = 1;
    const settled: boolean[] = [];
    const writer = new FragmentWriter(
      {
        version: () => version,
        put,
        onWritten: (written, done) => ((version = written.version), settled.push(done)),
        onFailed: (error) => expect(error).toBeNull(),
      },
      [at(0, 1)],
    );
    const done = writer.write([at(0, 2)]);
    void writer.write([at(0, 3)]);
    void writer.write([at(0, 4)]);
    await answer();
    await answer();
    await done;
    expect(seen).toEqual(["2", "4"]);
    expect(settled).toEqual([false, true]);
  });

  it("writes again over a change of other fields, but not over somebody else's fragments", async () => {
    const { put, answer, change, seen } = server([at(0, 1)]);
    let version = 1;
    const failures: (ClaimView | null)[] = [];
    const writes = {
      version: () => version,
      put,
      onWritten: (written: ClaimView) => void (version = written.version),
      onFailed: (_: unknown, current: ClaimView | null) => void failures.push(current),
    };
    const writer = new FragmentWriter(writes, [at(0, 1)]);
    change([at(0, 1)]);
    const first = writer.write([at(0, 2)]);
    await answer();
    await answer();
    await first;
    expect(seen).toEqual(["2", "2"]);
    expect(failures).toEqual([]);

    change([at(7, 9)]);
    const second = writer.write([at(0, 3)]);
    await answer();
    await second;
    expect(failures).toEqual([expect.objectContaining({ anchors: [at(7, 9)] })]);
  });
});
