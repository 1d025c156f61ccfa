/** Something done that can be undone, and done again. */
export interface Undoable {
  /** What undoing says it did: "Claim 3 is marked again." */
  undone: string;
  /** What doing it again says. */
  redone: string;
  /** Tell whether it worked; false when the person was told why not, and it cannot be tried again. They throw when it can. */
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
}

/** What became of one press. `nothing`: there was nothing to go back or forth to. */
export type Outcome = { kind: "done"; said: string } | { kind: "nothing" | "lost" } | { kind: "failed"; error: unknown };

const DEPTH = 100;

/**
 * The person's own actions of this session, and those of them that were undone. One step runs after the other, however fast the keys come. What fails for now
 * stays where it was; what cannot be undone any more goes, so that it does not stand before what can.
 */
export class UndoStack {
  private readonly done: Undoable[] = [];
  private undone: Undoable[] = [];
  private last: Promise<unknown> = Promise.resolve();

  /** Notes what was done just now. What was undone before it cannot be done again. */
  push(action: Undoable): void {
    this.done.push(action);
    if (this.done.length > DEPTH) this.done.shift();
    this.undone = [];
  }

  /** Undoes the latest action, or that one, if it is not undone yet. */
  undo(action?: Undoable): Promise<Outcome> {
    return this.inTurn(async () => {
      const which = action ?? this.done.at(-1);
      const forth = this.undone;
      return this.step(this.done, which, "undo", (undone) => {
        // Something else was done meanwhile: nothing leads back over it.
        if (this.undone === forth) forth.push(undone);
      });
    });
  }

  /** Does again what was undone last. */
  redo(): Promise<Outcome> {
    return this.inTurn(() => {
      const forth = this.undone;
      return this.step(forth, forth.at(-1), "redo", (again) => void this.done.push(again));
    });
  }

  private async step(from: Undoable[], action: Undoable | undefined, way: "undo" | "redo", moved: (action: Undoable) => void): Promise<Outcome> {
    if (!action || !from.includes(action)) return { kind: "nothing" };
    try {
      const worked = await action[way]();
      from.splice(from.indexOf(action), 1);
      if (!worked) return { kind: "lost" };
      moved(action);
      return { kind: "done", said: way === "undo" ? action.undone : action.redone };
    } catch (error) {
      return { kind: "failed", error };
    }
  }

  private inTurn(work: () => Promise<Outcome>): Promise<Outcome> {
    const next = this.last.then(work);
    this.last = next;
    return next;
  }
}
