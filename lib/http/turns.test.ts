import { describe, expect, it, vi } from "vitest";
import { inTurn } from "./turns";

/** Work that ends when it is told to, and says when it has begun. */
function work(): { run: () => Promise<string>; begun: () => boolean; end: () => void } {
  let begun = false;
  let end: () => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = () => resolve("done")));
  const run = () => {
    begun = true;
    return ended;
  };
  return { run, begun: () => begun, end };
}

describe("inTurn", () => {
  it("works on one file of a session at a time, on the next when it is its turn, and on those of others beside", async () => {
    const all = Array.from({ length: 3 }, work);
    const answers = all.map(({ run }) => inTurn("one", run));
    const other = work();
    const beside = inTurn("other", other.run);
    expect(all.map(({ begun }) => begun())).toEqual([true, false, false]);
    expect(other.begun()).toBe(true);
    all[0]?.end();
    await answers[0];
    await vi.waitFor(() => expect(all.map(({ begun }) => begun())).toEqual([true, true, false]));
    for (const each of [...all, other]) each.end();
    expect(await Promise.all([...answers, beside])).toEqual(Array.from({ length: 4 }, () => "done"));
  });

  it("goes on after a failure, and forgets whoever asks for nothing more", async () => {
    for (let count = 0; count < 10; count += 1) await expect(inTurn("failing", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await inTurn("failing", () => Promise.resolve("done"))).toBe("done");
    expect((globalThis as typeof globalThis & { assayLines: Map<string, unknown> }).assayLines.size).toBe(0);
  });

  it("refuses when too many wait, after a while", async () => {
    const all = Array.from({ length: 21 }, work);
    const answers = all.map(({ run }) => inTurn("many", run));
    vi.useFakeTimers();
    const refused = expect(inTurn("many", () => Promise.resolve("never"))).rejects.toMatchObject({ code: "rate_limited", details: { retryAfter: 1 } });
    await vi.advanceTimersByTimeAsync(1_000);
    await refused;
    vi.useRealTimers();
    for (const each of all) each.end();
    await Promise.all(answers);
  });
});
