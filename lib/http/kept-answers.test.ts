import { expect, it } from "vitest";
import { KeptAnswers } from "./kept-answers";

const answer = (bytes: number) => ({ type: "image/png", body: new Uint8Array(bytes) });

it("keeps no more bytes than it may, those that were asked for last, and nothing too large", () => {
  const kept = new KeptAnswers();
  for (let count = 0; count < 40; count += 1) {
    kept.keep(`answer ${String(count)}`, answer(999_000));
    kept.get("answer 0");
  }
  const there = Array.from({ length: 40 }, (_, count) => count).filter((count) => kept.get(`answer ${String(count)}`));
  expect(there).toEqual([0, ...Array.from({ length: 31 }, (_, count) => count + 9)]);
  kept.keep("large", answer(5_000_000));
  kept.keep("text", { type: "text/html", body: "x".repeat(2_000_000) });
  expect([kept.get("large"), kept.get("text")]).toEqual([undefined, undefined]);
  // Kept again it counts once.
  for (let count = 0; count < 100; count += 1) kept.keep("answer 0", answer(999_000));
  expect(kept.get("answer 39")).toBeDefined();
});
