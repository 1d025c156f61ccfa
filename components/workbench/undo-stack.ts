/** Something done that can be undone. */
export interface Undoable {
  /** What undoing says it did: "Claim 3 is marked again." */
  undone: string;
  /** Tells whether it worked; false when the person was told why not. */
  undo: () => Promise<boolean>;
}

const DEPTH = 100;

/** The person's own actions of this session, the latest last. */
export class UndoStack {
  private readonly actions: Undoable[] = [];

  push(action: Undoable): void {
    this.actions.push(action);
    if (this.actions.length > DEPTH) this.actions.shift();
  }

  /** Takes the action off, wherever it stands; false when it was undone already. */
  take(action: Undoable): boolean {
    const index = this.actions.indexOf(action);
    if (index < 0) return false;
    this.actions.splice(index, 1);
    return true;
  }

  /** The latest action. */
  get latest(): Undoable | undefined {
    return this.actions.at(-1);
  }
}
