import { apiErrorOf, newKey, type ApiError } from "./api";
import * as autosave from "./autosave";
import type { Fields, SaveState, SaveStatus, Snapshot } from "./autosave";
import { sameValue, type FieldValue } from "./field-value";
import { draftKey, draftsOf, forgetDrafts, keepDrafts, type DraftOwner } from "./drafts";

/** What is sent: the version it was typed on, what changed, and everything that the page holds. */
export interface SaveRequest {
  version: number | null;
  changes: Fields;
  values: Fields;
  /** The same on each repetition of a request. */
  idempotencyKey: string;
}

export interface SaverOptions {
  /** True when these values may save themselves; else they wait for `submit`, kept on this device. */
  autosaves: (values: Fields) => boolean;
  /** True when the button does something, such as publishing, that no field need be touched for; and that nobody means again once something else has changed. */
  acts?: boolean | undefined;
  save: (request: SaveRequest) => Promise<Snapshot>;
  /** Reads the record out of a conflict's answer; null when it is gone. */
  readCurrent: (current: unknown) => Snapshot | null;
  /** Hears what was written here and given up for what somebody else wrote. */
  onSetAside?: ((field: string, text: string) => void) | undefined;
}

/** Milliseconds without typing before a record saves itself. */
const SAVE_DELAY = 600;
/** Milliseconds until a draft is on this device. */
const DRAFT_DELAY = 250;
const RETRY_DELAYS = [2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * Saves one record, one request at a time, and keeps what is typed on this device until the server has it. It outlives the
 * component that shows the record, so that leaving a claim does not lose its last words.
 */
export class RecordSaver {
  private state: SaveState;
  private options: SaverOptions;
  private readonly owner: DraftOwner;
  private readonly listeners = new Set<() => void>();
  private readonly keptKeys = new Map<string, string>();
  private attempt: SaveRequest | null = null;
  private running: Promise<void> | null = null;
  private saveTimer: Timer;
  private draftTimer: Timer;
  private retryTimer: Timer;
  private failures = 0;

  constructor(owner: DraftOwner, record: Snapshot, options: SaverOptions) {
    this.owner = owner;
    this.options = options;
    this.state = autosave.freshState(record);
    void this.restore();
  }

  readonly getState = (): SaveState => this.state;

  /** What the indicator says about the record. */
  readonly getStatus = (): SaveStatus => autosave.statusOf(this.state);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True for a form that waits for its button. */
  get waitsForSubmit(): boolean {
    return !this.options.autosaves(this.state.values);
  }

  /** True while a request has no certain answer. */
  get outstanding(): boolean {
    return this.attempt !== null;
  }

  configure(options: SaverOptions): void {
    this.options = options;
  }

  edit(field: string, value: FieldValue): void {
    this.become(autosave.edited(this.state, field, value));
    this.draftTimer ??= setTimeout(() => void this.keep(), DRAFT_DELAY);
    this.scheduleSave();
  }

  /** The record came from elsewhere: a refetch, another write's answer. */
  receive(record: Snapshot): void {
    this.become(autosave.received(this.state, record));
    this.scheduleSave();
  }

  /** Settles a conflict with this value. */
  resolve(field: string, value: FieldValue): void {
    const [mine, theirs] = [this.state.values[field], this.state.conflicts[field]];
    if (typeof mine === "string" && mine.trim() && sameValue(value, theirs) && !sameValue(mine, theirs)) this.options.onSetAside?.(field, mine);
    this.become(autosave.resolved(this.state, field, value));
    void this.keep();
    this.scheduleSave();
  }

  /** Goes back to what the server has. */
  discard(fields: readonly string[]): void {
    this.become(autosave.discarded(this.state, fields));
    this.forgetClean();
  }

  /** Saves what has changed, or does what the form is for, now. Resolves when nothing more can be sent; tells whether all is saved. */
  async submit(): Promise<boolean> {
    clearTimeout(this.saveTimer);
    this.running ??= this.run().finally(() => (this.running = null));
    await this.running;
    return this.getStatus() === "saved";
  }

  /** Saves now, unless it is a form. */
  flush(): void {
    if (!this.waitsForSubmit) void this.submit();
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.attempt || !this.waitsForSubmit) void this.submit();
  }

  /** Puts drafts on this device at once: the page may be about to close. */
  async keep(): Promise<void> {
    clearTimeout(this.draftTimer);
    this.draftTimer = undefined;
    const { values, base, version } = this.state;
    const drafts = autosave.dirtyFields(this.state).flatMap((field) => {
      const [value, before] = [values[field], base[field]];
      return value === undefined || before === undefined ? [] : [{ field, value, base: before, version }];
    });
    const outdated: string[] = [];
    for (const draft of drafts) {
      const key = draftKey(this.owner, draft.field, draft.version);
      const previous = this.keptKeys.get(draft.field);
      if (previous !== undefined && previous !== key) outdated.push(previous);
      this.keptKeys.set(draft.field, key);
    }
    await keepDrafts(this.owner, drafts);
    await forgetDrafts(outdated);
    this.forgetClean();
  }

  private async restore(): Promise<void> {
    const drafts = await draftsOf(this.owner);
    if (drafts.length === 0) return;
    const stored = drafts.filter((draft) => sameValue(draft.value, this.state.base[draft.field]));
    void forgetDrafts(stored.map((draft) => draftKey(this.owner, draft.field, draft.version)));
    this.become(autosave.restored(this.state, drafts));
    for (const draft of drafts) {
      if (this.state.restored.includes(draft.field) && sameValue(this.state.values[draft.field], draft.value))
        this.keptKeys.set(draft.field, draftKey(this.owner, draft.field, draft.version));
    }
    this.scheduleSave();
  }

  private scheduleSave(): void {
    if (this.waitsForSubmit || autosave.sendableFields(this.state).length === 0) return;
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => this.flush(), SAVE_DELAY);
  }

  private async run(): Promise<void> {
    clearTimeout(this.retryTimer);
    let due = (this.options.acts ?? false) && autosave.isSettled(this.state);
    while (this.attempt ?? (due || autosave.sendableFields(this.state).length > 0)) {
      due = false;
      // A request without a certain answer is repeated as it was: its key keeps it from being done twice.
      this.attempt ??= this.request();
      this.become(autosave.sending(this.state, this.attempt.changes));
      const again = await this.send(this.attempt);
      // What somebody goes on to write is not meant before they press the button again.
      if (!again || this.options.acts) return;
    }
  }

  private request(): SaveRequest {
    const { version, values } = this.state;
    return { version, values, changes: autosave.pick(values, autosave.sendableFields(this.state)), idempotencyKey: newKey() };
  }

  /** Sends once; true when the rest may follow. */
  private async send(request: SaveRequest): Promise<boolean> {
    try {
      const record = await this.options.save(request);
      this.attempt = null;
      this.failures = 0;
      this.become(autosave.acknowledged(this.state, record));
      this.forgetClean();
      return true;
    } catch (error) {
      return this.fail(request, apiErrorOf(error));
    }
  }

  private fail(request: SaveRequest, error: ApiError): boolean {
    if (error.temporary) {
      this.become(autosave.failed(this.state, error.code === "offline" ? "offline" : "failed", error.message));
      const wait = error.retryAfter === null ? RETRY_DELAYS[Math.min(this.failures, RETRY_DELAYS.length - 1)] : error.retryAfter * 1_000;
      this.failures += 1;
      this.retryTimer = setTimeout(() => this.retry(), wait);
      return false;
    }
    this.attempt = null;
    const current = error.code === "conflict" ? this.options.readCurrent(error.current) : null;
    // The newer record may have come by another way already.
    if (current && current.version !== request.version) {
      this.become(autosave.conflicted(this.state, current));
      if (this.options.acts) this.become(autosave.refused(this.state, error.message));
      return !this.options.acts;
    }
    this.become(error.code === "invalid" ? autosave.rejected(this.state, error.fields, error.message) : autosave.refused(this.state, error.message));
    return false;
  }

  private forgetClean(): void {
    const dirty = autosave.dirtyFields(this.state);
    const clean = [...this.keptKeys].filter(([field]) => !dirty.includes(field));
    for (const [field] of clean) this.keptKeys.delete(field);
    void forgetDrafts(clean.map(([, key]) => key));
  }

  private become(state: SaveState): void {
    if (state === this.state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
