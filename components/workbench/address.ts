/** What of the workbench's state stands in the address: the open claim, the comment that is pointed at, the quote that is looked at, the filter, and the words looked for. */
export type AddressKey = "claim" | "comment" | "look" | "show" | "find";

/** Milliseconds after the last change until the address is written. Browsers refuse to write it more often than some ten times a second. */
const REST = 150;

/**
 * The state in the address. It changes at once and writes the address when the person rests, so that stepping through claims with a
 * key held down waits for nothing; what the router reports later is taken up only when it came from somewhere else.
 */
export class Address {
  private params: URLSearchParams;
  private written: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly replace: (search: string) => void;

  /** `search` has no question mark. */
  constructor(search: string, replace: (search: string) => void) {
    this.params = new URLSearchParams(search);
    this.written = this.params.toString();
    this.replace = replace;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get(key: AddressKey): string | null {
    return this.params.get(key);
  }

  /** Null or nothing takes the key out. */
  set(key: AddressKey, value: string | null): void {
    if ((this.get(key) ?? "") === (value ?? "")) return;
    if (value) this.params.set(key, value);
    else this.params.delete(key);
    clearTimeout(this.timer);
    this.timer = setTimeout(this.write, REST);
    this.tell();
  }

  /** What the router says the address is now. */
  adopt(search: string): void {
    const now = new URLSearchParams(search);
    if (now.toString() === this.written) return;
    clearTimeout(this.timer);
    this.params = now;
    this.written = now.toString();
    this.tell();
  }

  /** Writes what has not been written yet. */
  readonly write = (): void => {
    clearTimeout(this.timer);
    const search = this.params.toString();
    if (search === this.written) return;
    this.written = search;
    this.replace(search);
  };

  /** Forgets what has not been written: the page is being left, and the address is another's already. */
  readonly leave = (): void => clearTimeout(this.timer);

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
