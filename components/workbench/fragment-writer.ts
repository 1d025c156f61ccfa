import { claimOfConflict } from "@/components/claim/claim-of-conflict";
import type { Span } from "@/lib/domain/text";
import type { ClaimView } from "@/lib/domain/views";

interface Writes {
  /** The version of the claim as it is known now. */
  version: () => number;
  put: (version: number, fragments: readonly Span[]) => Promise<ClaimView>;
  onWritten: (claim: ClaimView, settled: boolean) => void;
  /** Everything not yet sent is given up. */
  onFailed: (error: unknown, current: ClaimView | null) => void;
  onIdle?: () => void;
}

/**
 * Writes the fragments of one claim, one request at a time. While one is under way only the newest wish is kept, so that a row of
 * key presses becomes few requests and the last one wins. A claim whose other fields changed meanwhile is written again; one whose
 * fragments somebody else changed is not.
 */
export class FragmentWriter {
  private readonly writes: Writes;
  private wished: readonly Span[] | null = null;
  private running: Promise<boolean> | null = null;
  /** What the server is known to have; the base of what the person does. */
  private base: string;

  constructor(writes: Writes, base: readonly Span[]) {
    this.writes = writes;
    this.base = keyOf(base);
  }

  /** Resolves when everything wished so far is written (true) or given up (false). */
  write(fragments: readonly Span[]): Promise<boolean> {
    this.wished = fragments;
    this.running ??= this.work().finally(() => {
      this.running = null;
      this.writes.onIdle?.();
    });
    return this.running;
  }

  private async work(): Promise<boolean> {
    while (this.wished) {
      const fragments = this.wished;
      this.wished = null;
      try {
        const claim = await this.send(fragments, this.writes.version(), true);
        this.base = keyOf(claim.anchors);
        // Another wish may have come while the answer was on its way.
        this.writes.onWritten(claim, this.wished === null);
      } catch (error) {
        this.wished = null;
        this.writes.onFailed(error, claimOfConflict(error));
        return false;
      }
    }
    return true;
  }

  private async send(fragments: readonly Span[], version: number, again: boolean): Promise<ClaimView> {
    try {
      return await this.writes.put(version, fragments);
    } catch (error) {
      const current = claimOfConflict(error);
      if (!again || !current || keyOf(current.anchors) !== this.base) throw error;
      return this.send(fragments, current.version, false);
    }
  }
}

function keyOf(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${String(start)}-${String(end)}`).join(" ");
}
