import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFairQueue, type Leave } from "./fair-queue";

let queue: ReturnType<typeof createFairQueue>;
let begun: string[];

beforeEach(() => {
  vi.useFakeTimers();
  queue = createFairQueue();
  begun = [];
});
afterEach(() => void vi.useRealTimers());

/** Requests of one, named by their place in line. */
function ask(who: string, count: number): Leave[] {
  return Array.from({ length: count }, (_, index) => {
    const place = queue.enter(who, () => void begun.push(`${who} ${String(index)}`));
    if (!place) throw new Error("The line is full.");
    return place;
  });
}

describe("the fair queue", () => {
  it("works on three requests of one at once, on the next when one is done, and on those of others beside", () => {
    const places = ask("ada", 5);
    ask("bo", 1);
    expect(begun).toEqual(["ada 0", "ada 1", "ada 2", "bo 0"]);
    places[1]?.();
    places[1]?.();
    expect(begun.slice(4)).toEqual(["ada 3"]);
  });

  it("works one by one on those of somebody who asks for very much, and after those of others", () => {
    const places = ask("mallory", 40);
    for (const place of places.slice(0, 3)) place();
    expect(begun).toEqual(["mallory 0", "mallory 1", "mallory 2", "mallory 3"]);
    const [ada] = ask("ada", 1);
    places[3]?.();
    expect(begun.at(-1)).toBe("ada 0");
    ada?.();
    expect(begun.at(-1)).toBe("mallory 4");
  });

  it("does the same with those of somebody who asks again and again, and has them rest while others are about", () => {
    for (let count = 0; count < 40; count += 1) {
      ask("mallory", 1)[0]?.();
      vi.advanceTimersByTime(20);
    }
    const [first] = ask("mallory", 2);
    expect(begun).toHaveLength(41);
    vi.advanceTimersByTime(100);
    ask("ada", 1)[0]?.();
    first?.();
    expect(begun.at(-1)).toBe("ada 0");
    vi.advanceTimersByTime(290);
    expect(begun.at(-1)).toBe("ada 0");
    vi.advanceTimersByTime(20);
    expect(begun.at(-1)).toBe("mallory 1");
  });

  it.each([
    ["lets somebody rest longer who has had many in line for seconds", false, "mallory"],
    ["but not an address, which may be that of many people", true, "1.2.3.4"],
  ])("%s", (_, several, who) => {
    const places: Leave[] = [];
    for (let index = 0; index < 60; index += 1) {
      const place = queue.enter(who, () => void begun.push(who), several);
      if (place) places.push(place);
    }
    for (const place of places.slice(0, 3)) place();
    vi.advanceTimersByTime(6_000);
    ask("ada", 1)[0]?.();
    // It was at work on the last one for so long that its rest is as long as rests get.
    places[3]?.();
    begun = [];
    vi.advanceTimersByTime(3_500);
    expect(begun).toEqual(several ? [who] : []);
    vi.advanceTimersByTime(1_000);
    expect(begun).toEqual([who]);
  });

  it("forgets how often somebody asked once they ask no more", () => {
    for (let count = 0; count < 40; count += 1) ask("ada", 1)[0]?.();
    vi.advanceTimersByTime(10_000);
    ask("ada", 3);
    expect(begun).toHaveLength(43);
  });

  it("lets nobody wait without end, however many others come", () => {
    const places = ask("mallory", 40);
    ask("ada", 1);
    for (const place of places.slice(0, 3)) place();
    vi.advanceTimersByTime(140);
    expect(begun.at(-1)).toBe("ada 0");
    vi.advanceTimersByTime(200);
    expect(begun.at(-1)).toBe("mallory 3");
  });

  it("forgets a request that is given up before it began", () => {
    const places = ask("ada", 5);
    places[3]?.();
    places[0]?.();
    expect(begun.slice(3)).toEqual(["ada 4"]);
  });

  it("has an end to a line", () => {
    ask("mallory", 500);
    expect(queue.enter("mallory", () => undefined)).toBeNull();
    expect(queue.enter("ada", () => undefined)).not.toBeNull();
  });

  it("holds for any order of coming and going: all are begun once, in the order of their line, and never more than three of one", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const running = new Map<string, { place: Leave | null; index: number }[]>();
    const asked = new Map<string, number>();
    const order = new Map<string, number[]>();
    const leaveOne = () => {
      const lines = [...running.values()].filter((line) => line.length > 0);
      const line = lines[random(Math.max(1, lines.length))];
      line?.splice(random(line.length), 1)[0]?.place?.();
    };
    for (let turn = 0; turn < 4_000; turn += 1) {
      const who = ["ada", "bo", "mallory", "mallory", "mallory"][random(5)] ?? "";
      const line = running.get(who) ?? [];
      running.set(who, line);
      if (random(2) === 0) {
        const index = asked.get(who) ?? 0;
        const entry: { place: Leave | null; index: number } = { place: null, index };
        entry.place = queue.enter(who, () => {
          line.push(entry);
          order.set(who, [...(order.get(who) ?? []), index]);
        });
        if (entry.place) asked.set(who, index + 1);
      } else leaveOne();
      for (const [name, { length }] of running) expect(length, name).toBeLessThanOrEqual(3);
      if (random(20) === 0) vi.advanceTimersByTime(100);
    }
    for (let turn = 0; turn < 10_000 && [...asked].some(([who, count]) => order.get(who)?.length !== count); turn += 1) {
      leaveOne();
      vi.advanceTimersByTime(1_000);
    }
    for (const [who, count] of asked) expect(order.get(who)).toEqual(Array.from({ length: count }, (_, index) => index));
  });
});
