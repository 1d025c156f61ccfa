import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UndoStack, type Undoable } from "./undo-stack";

/** A text to which words are added at the end, and from which they are taken. */
function desk() {
  let text: string[] = [];
  const stack = new UndoStack();
  const add = (word: string, more: Partial<Undoable> = {}): Undoable => {
    text = [...text, word];
    const action: Undoable = {
      undone: `no ${word}`,
      redone: word,
      undo: () => {
        text = text.slice(0, -1);
        return Promise.resolve(true);
      },
      redo: () => {
        text = [...text, word];
        return Promise.resolve(true);
      },
      ...more,
    };
    stack.push(action);
    return action;
  };
  return { stack, add, text: () => text.join(" ") };
}

describe("undoing and doing again", () => {
  it("goes back and forth in order, and says what it did", async () => {
    const { stack, add, text } = desk();
    for (const word of ["one", "two", "three"]) add(word);
    expect(await stack.undo()).toEqual({ kind: "done", said: "no three" });
    await stack.undo();
    expect(text()).toBe("one");
    expect(await stack.redo()).toEqual({ kind: "done", said: "two" });
    expect(text()).toBe("one two");
  });

  it("ends where it began, however one goes: all undone and all done again is the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 20 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (words, steps) => {
          const { stack, add, text } = desk();
          for (const word of words) add(word);
          const all = text();
          for (const back of steps) await (back ? stack.undo() : stack.redo());
          while ((await stack.redo()).kind === "done");
          expect(text()).toBe(all);
          while ((await stack.undo()).kind === "done");
          expect(text()).toBe("");
          while ((await stack.redo()).kind === "done");
          expect(text()).toBe(all);
        },
      ),
    );
  });

  it("forgets what was undone once something new is done", async () => {
    const { stack, add, text } = desk();
    add("one");
    await stack.undo();
    add("two");
    expect(await stack.redo()).toEqual({ kind: "nothing" });
    expect(text()).toBe("two");
  });

  it("keeps in its place what failed for now, and lets go of what cannot be undone any more", async () => {
    const { stack, add } = desk();
    add("one");
    let down = true;
    const offline = new Error("offline");
    add("two", { undo: () => (down ? Promise.reject(offline) : Promise.resolve(true)) });
    expect(await stack.undo()).toEqual({ kind: "failed", error: offline });
    expect(await stack.redo()).toEqual({ kind: "nothing" });
    down = false;
    expect(await stack.undo()).toEqual({ kind: "done", said: "no two" });
    const lost = add("three", { undo: () => Promise.resolve(false) });
    expect(await stack.undo()).toEqual({ kind: "lost" });
    expect(await stack.undo(lost)).toEqual({ kind: "nothing" });
    expect(await stack.undo()).toEqual({ kind: "done", said: "no one" });
  });

  it("undoes one by its message, once", async () => {
    const { stack, add } = desk();
    const first = add("one");
    add("two");
    expect(await stack.undo(first)).toEqual({ kind: "done", said: "no one" });
    expect(await stack.undo(first)).toEqual({ kind: "nothing" });
    expect(await stack.redo()).toEqual({ kind: "done", said: "one" });
  });

  it("takes one step after the other, and forgets the way forth when something is done in between", async () => {
    const { stack, add, text } = desk();
    let finish = (): void => undefined;
    add("one");
    add("two");
    add("slow", { undo: () => new Promise((resolve) => (finish = () => resolve(true))) });
    const steps = [stack.undo(), stack.undo()];
    await Promise.resolve();
    expect(text()).toBe("one two slow");
    finish();
    await Promise.all(steps);
    expect(text()).toBe("one two");
    add("late", { undo: () => new Promise((resolve) => (finish = () => resolve(true))) });
    const back = stack.undo();
    await Promise.resolve();
    add("new");
    finish();
    await back;
    expect(await stack.redo()).toEqual({ kind: "nothing" });
  });
});
