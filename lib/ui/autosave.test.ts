import { describe, expect, it } from "vitest";
import * as autosave from "./autosave";

const record = (version: number, statement: string, tags: string[] = []) => ({ version, fields: { statement, tags } });
const typed = (text: string) => autosave.edited(autosave.freshState(record(1, "A")), "statement", text);
const inFlight = (text: string) => autosave.sending(typed(text), { statement: text });

describe("typing", () => {
  it("is unsaved until the server has it", () => {
    expect(autosave.statusOf(typed("B"))).toBe("unsaved");
    expect(autosave.statusOf(inFlight("B"))).toBe("saving");
    expect(autosave.statusOf(autosave.acknowledged(inFlight("B"), record(2, "B")))).toBe("saved");
  });

  it("takes no trailing blank away from someone who goes on writing", () => {
    const state = autosave.acknowledged(inFlight("B "), record(2, "B"));
    expect(state.values.statement).toBe("B ");
    expect(autosave.statusOf(state)).toBe("saved");
  });

  it("shows what the server made of the text when it stored other words", () => {
    expect(autosave.acknowledged(inFlight("B\u0007"), record(2, "B")).values.statement).toBe("B");
  });

  it("keeps what was typed while the request was out, and sends it next", () => {
    const state = autosave.acknowledged(autosave.edited(inFlight("B"), "statement", "B and more"), record(2, "B"));
    expect(state.values.statement).toBe("B and more");
    expect(autosave.sendableFields(state)).toEqual(["statement"]);
    expect(state.conflicts).toEqual({});
  });
});

describe("a record that changed elsewhere", () => {
  it("is followed by fields that nobody touched", () => {
    const state = autosave.received(typed("B"), record(2, "A", ["war"]));
    expect(state.values).toEqual({ statement: "B", tags: ["war"] });
    expect(state.version).toBe(2);
    expect(autosave.statusOf(state)).toBe("unsaved");
  });

  it("is rebased on in silence when the field itself did not change", () => {
    const state = autosave.conflicted(inFlight("B"), record(5, "A"));
    expect(autosave.sendableFields(state)).toEqual(["statement"]);
    expect(state.version).toBe(5);
  });

  it("is a conflict when both changed the field, with both texts kept", () => {
    const state = autosave.conflicted(inFlight("B"), record(5, "C"));
    expect(state.values.statement).toBe("B");
    expect(state.conflicts).toEqual({ statement: "C" });
    expect(autosave.sendableFields(state)).toEqual([]);
    expect(autosave.statusOf(state)).toBe("conflict");
  });

  it("is no conflict when both wrote the same", () => {
    expect(autosave.statusOf(autosave.conflicted(inFlight("B"), record(5, "B")))).toBe("saved");
  });

  it("is no conflict when it is our own text whose answer was lost", () => {
    const state = autosave.received(autosave.edited(autosave.failed(inFlight("B"), "offline", ""), "statement", "B2"), record(2, "B"));
    expect(state.conflicts).toEqual({});
    expect(autosave.sendableFields(state)).toEqual(["statement"]);
  });

  it("is ignored when it is older than what is known", () => {
    const state = autosave.acknowledged(inFlight("B"), record(2, "B"));
    expect(autosave.received(state, record(1, "A"))).toBe(state);
  });

  it("keeps the newest of their texts while a conflict waits", () => {
    const waiting = autosave.conflicted(inFlight("B"), record(5, "C"));
    expect(autosave.received(waiting, record(6, "D")).conflicts).toEqual({ statement: "D" });
  });
});

describe("settling a conflict", () => {
  const waiting = autosave.conflicted(inFlight("B"), record(5, "C"));

  it.each([
    ["mine", "B", "unsaved"],
    ["theirs", "C", "saved"],
    ["a merge", "B and C", "unsaved"],
  ])("with %s", (_, value, status) => {
    const state = autosave.resolved(waiting, "statement", value);
    expect(state.values.statement).toBe(value);
    expect(state.conflicts).toEqual({});
    expect(autosave.statusOf(state)).toBe(status);
  });
});

describe("a refusal", () => {
  it("stands at its field, keeps the text, and holds back only that field", () => {
    const state = autosave.rejected(autosave.edited(inFlight("B"), "tags", ["x"]), [{ field: "statement", message: "Too long." }], "Invalid");
    expect(state.errors).toEqual({ statement: "Too long." });
    expect(state.values.statement).toBe("B");
    expect(autosave.sendableFields(state)).toEqual(["tags"]);
    expect(autosave.statusOf(autosave.edited(state, "statement", "Shorter"))).toBe("unsaved");
  });

  it("belongs to the field of a nested path", () => {
    expect(autosave.rejected(inFlight("B"), [{ field: "tags.0", message: "Too long." }], "Invalid").errors).toEqual({ tags: "Too long." });
  });

  it("of the whole is a failure with its sentence", () => {
    const state = autosave.rejected(inFlight("B"), [{ field: "version", message: "Missing" }], "Not like this.");
    expect(autosave.statusOf(state)).toBe("failed");
    expect(state.failure).toBe("Not like this.");
  });
});

describe("drafts of this device", () => {
  const fresh = autosave.freshState(record(3, "A"));
  const draft = (value: string, base: string, version: number) => ({ field: "statement", value, base, version });

  it("come back onto the text they were typed on, with a notice", () => {
    const state = autosave.restored(fresh, [draft("B", "A", 2)]);
    expect(state.values.statement).toBe("B");
    expect(state.restored).toEqual(["statement"]);
    expect(autosave.statusOf(state)).toBe("unsaved");
  });

  it("are a conflict when the text changed since", () => {
    expect(autosave.restored(fresh, [draft("B", "before", 1)]).conflicts).toEqual({ statement: "A" });
  });

  it("are nothing when the server has them already", () => {
    expect(autosave.restored(fresh, [draft("A", "before", 1)])).toBe(fresh);
  });

  it("never replace what is being typed", () => {
    expect(autosave.restored(autosave.edited(fresh, "statement", "C"), [draft("B", "A", 3)]).values.statement).toBe("C");
  });

  it("go away when discarded", () => {
    const state = autosave.discarded(autosave.restored(fresh, [draft("B", "before", 1)]), ["statement"]);
    expect(state.values.statement).toBe("A");
    expect(autosave.statusOf(state)).toBe("saved");
    expect(state.restored).toEqual([]);
  });
});
