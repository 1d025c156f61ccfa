import { describe, expect, it } from "vitest";
import type { Presence } from "@/lib/domain/live";
import { PresenceBoard } from "./presence";

const sara: Presence = { tab: "t1", person: { id: "p1", name: "Sara" }, claimId: null, selection: null, writing: null };

describe("the board of who is where", () => {
  it("says what is news", () => {
    const board = new PresenceBoard();
    expect(board.note("d", sara, 0)).toBe(true);
    expect(board.note("d", sara, 5_000)).toBe(false);
    expect(board.note("d", { ...sara, claimId: "c" }, 6_000)).toBe(true);
    expect(board.note("d", { ...sara, claimId: "c", selection: { revisionId: "r", start: 1, end: 4 } }, 7_000)).toBe(true);
    expect(board.at("d")).toMatchObject([{ tab: "t1", claimId: "c", selection: { start: 1 } }]);
    expect(board.leave("d", "t1")).toBe(true);
    expect(board.leave("d", "t1")).toBe(false);
    expect(board.at("d")).toEqual([]);
  });

  it("lets go of whoever is not heard of for thirteen seconds", () => {
    const board = new PresenceBoard();
    board.note("d", sara, 0);
    board.note("d", { ...sara, tab: "t2" }, 10_000);
    expect(board.sweep(12_999)).toEqual([]);
    expect(board.sweep(13_000)).toEqual([{ documentId: "d", tab: "t1" }]);
    expect(board.at("d").map(({ tab }) => tab)).toEqual(["t2"]);
    expect(board.sweep(23_000)).toHaveLength(1);
  });
});
