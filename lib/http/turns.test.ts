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
  it("works on four requests of a session at once, on the others when it is their turn, and on those of others beside", async () => {
    const all = Array.from({ length: 6 }, work);
    const answers = all.map(({ run }) => inTurn("light", "one", run));
    const [other, heavy] = [work(), work()];
    const beside = [inTurn("light", "other", other.run), inTurn("heavy", "one", heavy.run)];
    expect(all.map(({ begun }) => begun())).toEqual([true, true, true, true, false, false]);
    expect([other.begun(), heavy.begun()]).toEqual([true, true]);
    all[2]?.end();
    await answers[2];
    await vi.waitFor(() => expect(all.map(({ begun }) => begun())).toEqual([true, true, true, true, true, false]));
    for (const each of [...all, other, heavy]) each.end();
    expect(await Promise.all([...answers, ...beside])).toEqual(Array.from({ length: 8 }, () => "done"));
  });

  it("goes on after a failure, and forgets whoever asks for nothing more", async () => {
    for (let count = 0; count < 10; count += 1) await expect(inTurn("heavy", "failing", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await inTurn("heavy", "failing", () => Promise.resolve("done"))).toBe("done");
    expect((globalThis as typeof globalThis & { assayLines: Map<string, unknown> }).assayLines.size).toBe(0);
  });

  it("refuses when too many wait, after a while", async () => {
    const all = Array.from({ length: 22 }, work);
    const answers = all.map(({ run }) => inTurn("heavy", "many", run));
    vi.useFakeTimers();
    const refused = expect(inTurn("heavy", "many", () => Promise.resolve("never"))).rejects.toMatchObject({ code: "rate_limited", details: { retryAfter: 1 } });
    await vi.advanceTimersByTimeAsync(1_000);
    await refused;
    vi.useRealTimers();
    for (const each of all) each.end();
    await Promise.all(answers);
  });
});
