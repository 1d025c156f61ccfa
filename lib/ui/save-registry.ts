import type { SaveStatus } from "./autosave";
import type { Outbox } from "./outbox";
import type { RecordSaver } from "./record-saver";

/** What the top bar says about everything on the page. */
export interface SaveSummary {
  status: SaveStatus;
  /** Records that are not wholly on the server. */
  waiting: number;
}

/** From best to worst: the summary shows the worst. */
const SEVERITY: readonly SaveStatus[] = ["saved", "unsaved", "saving", "offline", "invalid", "conflict", "failed"];

/** Every record that the page is saving, by its name ("claim:…"). */
export class SaveRegistry {
  private readonly savers = new Map<string, RecordSaver>();
  private readonly held = new Map<RecordSaver, number>();
  private readonly listeners = new Set<() => void>();
  private summary: SaveSummary = { status: "saved", waiting: 0 };
  /** What waits for the network in the order it was done. */
  readonly outbox: Outbox;

  constructor(outbox: Outbox) {
    this.outbox = outbox;
    outbox.subscribe(() => this.update());
  }

  /** The saver of a record that is not wholly saved yet, if there is one. */
  find(record: string): RecordSaver | undefined {
    return this.savers.get(record);
  }

  /** A component shows the record. When the last one goes, the saver stays until everything is on the server. */
  hold(record: string, saver: RecordSaver): () => void {
    this.savers.set(record, saver);
    this.held.set(saver, (this.held.get(saver) ?? 0) + 1);
    const unsubscribe = saver.subscribe(this.update);
    return () => {
      this.held.set(saver, (this.held.get(saver) ?? 1) - 1);
      saver.flush();
      if (saver.getStatus() === "saved") unsubscribe();
      this.update();
    };
  }

  readonly getSummary = (): SaveSummary => this.summary;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly retry = (): void => {
    this.outbox.retry();
    for (const saver of this.savers.values()) saver.retry();
  };

  /** Puts every draft on this device; true when something has not reached the server and would not be sent later by itself. */
  keepAll(): boolean {
    const unsent = [...this.savers.values()].filter((saver) => saver.getStatus() !== "saved");
    for (const saver of unsent) {
      void saver.keep();
      saver.flush();
    }
    return this.outbox.unanswered > 0 || unsent.some((saver) => !saver.waitsForSubmit || saver.outstanding);
  }

  /** Gives up whatever has not reached the server and watches nothing any more; for signing out. */
  discardAll(): void {
    for (const saver of this.savers.values()) saver.discard(Object.keys(saver.getState().values));
    this.savers.clear();
    this.outbox.discard();
    this.update();
  }

  private readonly update = (): void => {
    for (const [record, saver] of this.savers) if (!this.held.get(saver) && saver.getStatus() === "saved") this.savers.delete(record);
    const states = [...this.savers.values()].map((saver) => summaryStatus(saver));
    const queued = this.outbox.getWaiting();
    if (queued > 0) states.push("offline");
    const status = states.reduce<SaveStatus>((worst, each) => (SEVERITY.indexOf(each) > SEVERITY.indexOf(worst) ? each : worst), "saved");
    const waiting = states.filter((each) => each !== "saved").length + Math.max(0, queued - 1);
    if (status === this.summary.status && waiting === this.summary.waiting) return;
    this.summary = { status, waiting };
    for (const listener of this.listeners) listener();
  };
}

/** A form that waits for its button is not late, and says itself what is wrong with it. */
function summaryStatus(saver: RecordSaver): SaveStatus {
  return saver.waitsForSubmit && !saver.outstanding ? "saved" : saver.getStatus();
}
