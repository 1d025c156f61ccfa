import { api, type ApiError, apiErrorOf, newKey } from "./api";
import { sameValue, type FieldValue } from "./field-value";
import { standing } from "./standing";

/** A write on its way: kept on this device until it has a certain answer. */
export interface Unsent {
  /** The key under which the server knows it, so that it is never done twice. */
  idempotencyKey: string;
  /** Orders what one tab wrote; milliseconds, made unique. */
  at: number;
  /** The workspace in which it was written. It is sent to no other; what was written before there were several says none. */
  workspace?: string | null;
  /** The tab that sends it. When it is gone, another does. */
  tab: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  /** What people call it: "Claim 3". */
  about: string;
  /** Keys of the drafts that say the same: once the server has it they are forgotten. */
  drafts?: string[];
}

export type Write = Omit<Unsent, "idempotencyKey" | "at" | "tab" | "workspace"> & { idempotencyKey?: string };

/** Where unsent writes are kept. */
export interface UnsentStore {
  keep: (write: Unsent) => Promise<void>;
  /** `done`: the server has it, so its drafts go too. */
  forget: (write: Unsent, done: boolean) => Promise<void>;
  all: () => Promise<Unsent[]>;
}

interface Waiting {
  write: Unsent;
  resolve: (answer: unknown) => void;
  reject: (error: ApiError) => void;
}

const RETRY_DELAYS = [1_000, 2_000, 5_000, 15_000, 30_000];

/**
 * What was done and not yet sent. Writes wait for the network in the order in which they were made; one without a certain answer is repeated with its key,
 * also by the next page, when this one is closed.
 */
export class Outbox {
  readonly tab = newKey();
  private readonly store: UnsentStore;
  private readonly queue: Waiting[] = [];
  private readonly listeners = new Set<() => void>();
  private running = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private lastAt = 0;
  private stuck = false;

  constructor(store: UnsentStore) {
    this.store = store;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** How many writes wait for the network; those that are simply on their way do not count. */
  readonly getWaiting = (): number => (this.stuck ? this.queue.length : 0);

  /** Writes that have no answer yet. */
  get unanswered(): number {
    return this.queue.length;
  }

  /** Sends it when everything before it is sent, however long the network is away. Throws `ApiError` when the server refuses it. */
  async queued<T>(given: Write): Promise<T> {
    const write = this.stamped(given);
    await this.store.keep(write);
    return this.wait(write) as Promise<T>; // the contract of /api/v1 names the shape
  }

  /** Sends it at once and throws what goes wrong, for whoever repeats it with the same key; meanwhile it is kept for the next page. */
  async direct<T>(given: Write & { idempotencyKey: string }): Promise<T> {
    const write = this.stamped(given);
    await this.store.keep(write);
    try {
      const answer = await dispatch(write);
      await this.store.forget(write, true);
      return answer as T; // the contract of /api/v1 names the shape
    } catch (error) {
      const failure = apiErrorOf(error);
      if (!failure.temporary) await this.store.forget(write, false);
      throw failure;
    }
  }

  /**
   * Sends what pages of this workspace left that are closed now. `there` finds out which tabs still are, and is asked after it was read what is unsent: whoever writes is there
   * before. Answers what the server refused of it.
   */
  async takeOver(there: () => Promise<(tab: string) => boolean>): Promise<{ write: Unsent; error: ApiError }[]> {
    const all = await this.store.all();
    const isHere = await there();
    const here = standing();
    const left = all.filter(({ tab, workspace = here }) => workspace === here && tab !== this.tab && !isHere(tab)).sort((a, b) => a.at - b.at);
    const outcomes = left.map((write) =>
      this.wait(write).then(
        () => null,
        (error: unknown) => ({ write, error: apiErrorOf(error) }),
      ),
    );
    const refused = (await Promise.all(outcomes)).filter((outcome) => outcome !== null);
    return refused.filter(({ write, error }) => !isThere(write, error));
  }

  /** The network may be back. */
  readonly retry = (): void => {
    clearTimeout(this.retryTimer);
    void this.run();
  };

  /** Gives everything up; for signing out. */
  discard(): void {
    clearTimeout(this.retryTimer);
    this.queue.length = 0;
    this.stuck = false;
    this.tell();
  }

  private stamped(given: Write): Unsent {
    this.lastAt = Math.max(Date.now(), this.lastAt + 1);
    return { ...given, idempotencyKey: given.idempotencyKey ?? newKey(), at: this.lastAt, tab: this.tab, workspace: standing() };
  }

  private wait(write: Unsent): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.queue.push({ write, resolve, reject });
      if (this.stuck) this.tell();
      else void this.run();
    });
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      const failure = await this.send(next);
      if (failure) {
        this.stuck = true;
        const wait = failure.retryAfter === null ? RETRY_DELAYS[Math.min(this.failures, RETRY_DELAYS.length - 1)] : failure.retryAfter * 1_000;
        this.failures += 1;
        this.retryTimer = setTimeout(this.retry, wait);
        break;
      }
      this.failures = 0;
      this.stuck &&= this.queue.length > 0;
      this.tell();
    }
    this.running = false;
    this.tell();
  }

  /** Answers the failure after which it must wait; null when it is settled. */
  private async send({ write, resolve, reject }: Waiting): Promise<ApiError | null> {
    let settle: () => void;
    let done = true;
    try {
      const answer = await dispatch(write);
      settle = () => resolve(answer);
    } catch (error) {
      const failure = apiErrorOf(error);
      if (failure.temporary) return failure;
      settle = () => reject(failure);
      done = false;
    }
    // It may have been given up meanwhile.
    if (this.queue[0]?.write === write) this.queue.shift();
    await this.store.forget(write, done);
    settle();
    return null;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function dispatch({ method, path, body, idempotencyKey }: Unsent): Promise<unknown> {
  const options = { idempotencyKey };
  if (method === "DELETE") return api.delete(path, options);
  return { POST: api.post, PUT: api.put, PATCH: api.patch }[method](path, body, options);
}

/** True when what a refused write says stands on the server already: another page was faster, or the first answer got lost. */
function isThere({ body }: Unsent, { code, current }: ApiError): boolean {
  if (code !== "conflict" || !isRecord(current) || !isRecord(body)) return false;
  return Object.entries(body).every(([field, value]) => field === "version" || sameValue(value as FieldValue, current[field] as FieldValue)); // fields of a record
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
