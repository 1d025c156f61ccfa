import type { ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { compareInText, inTextOrder } from "./claim-summary";

/** What the server answers about a document. */
export interface DocumentAnswer {
  document: DocumentView;
  claims: readonly ClaimSummaryView[];
}

interface Known extends DocumentAnswer {
  /** False while the claims are still on their way. */
  complete: boolean;
  /** The number of a newer revision than the one here; null while none is known. */
  newer: number | null;
}

/**
 * The document and its claims as the page knows them, in the order of the text. A change touches only its own claim: everything else
 * keeps its identity, so that five thousand rows and highlights are not rendered again. The text stays the one that is being read until a
 * newer one is asked for, and so do the places in it: those of another revision would mean other words.
 */
export class DocumentStore {
  private data: Known;
  private byId: Map<string, ClaimSummaryView>;
  private changes = 0;
  private readonly listeners = new Set<() => void>();

  /** The text comes first; at most the open claim is known with it. */
  constructor(document: DocumentView, open: ClaimSummaryView | null) {
    const claims = open ? [open] : [];
    this.data = { document, claims, complete: false, newer: null };
    this.byId = new Map(claims.map((claim) => [claim.id, claim]));
  }

  /** Takes up all claims, when they have come; only once. What was done here meanwhile is newer. */
  arrive(claims: readonly ClaimSummaryView[]): void {
    if (this.data.complete) return;
    const all = new Map(claims.map((claim) => [claim.id, claim]));
    for (const known of this.data.claims) if (known.version >= (all.get(known.id)?.version ?? 0)) all.set(known.id, known);
    this.byId = all;
    this.change({ ...this.data, claims: inTextOrder([...all.values()]), complete: true });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getData = (): Known => this.data;

  readonly latest = (claimId: string): ClaimSummaryView | undefined => this.byId.get(claimId);

  /** The claim in its new state, or added. */
  readonly put = (claim: ClaimSummaryView): void => {
    const others = this.without(claim.id);
    others.splice(placeFor(others, claim), 0, claim);
    this.byId.set(claim.id, claim);
    this.change({ ...this.data, claims: others });
  };

  readonly remove = (claimId: string): void => {
    if (!this.byId.has(claimId)) return;
    const claims = this.without(claimId);
    this.byId.delete(claimId);
    this.change({ ...this.data, claims });
  };

  /**
   * The claim as the server has it, with places of the revision of that number; in another text it stays where it is. `places` are those
   * in the text that is shown, for a claim that is new here.
   */
  readonly take = (claim: ClaimSummaryView, revision: number, places: ClaimSummaryView["anchors"] = []): void => {
    const here = this.data.document.revision.number === revision;
    this.put(here ? claim : { ...claim, anchors: this.latest(claim.id)?.anchors ?? places });
    this.hearOf(revision);
  };

  /** Somewhere a revision of this number was spoken of. */
  readonly hearOf = (revision: number): void => {
    const known = Math.max(this.data.document.revision.number, this.data.newer ?? 0);
    if (revision > known) this.change({ ...this.data, newer: revision });
  };

  /** Asks for all of it again. An answer that was on its way while something changed here may be older than that, and is dropped. */
  async refresh(load: () => Promise<DocumentAnswer>): Promise<void> {
    const before = this.changes;
    const fresh = await load();
    if (this.changes === before && fresh.document.revision.number >= this.data.document.revision.number) this.takeAll(keepText(this.data, fresh));
  }

  /** Shows the newest text, with the places in it. */
  async renew(load: () => Promise<DocumentAnswer>): Promise<void> {
    this.takeAll({ ...(await load()), newer: null });
  }

  private takeAll({ document, claims, newer }: Omit<Known, "complete">): void {
    const known = this.byId;
    const kept = claims.map((claim) => sameOr(known.get(claim.id), claim));
    this.byId = new Map(kept.map((claim) => [claim.id, claim]));
    // A revision never changes: its text need not be rendered again.
    const revision = document.revision.id === this.data.document.revision.id ? this.data.document.revision : document.revision;
    const scale = sameOr(this.data.document.scale, document.scale);
    this.change({ document: { ...document, revision, scale }, claims: inTextOrder(kept), complete: true, newer });
  }

  private without(claimId: string): ClaimSummaryView[] {
    const known = this.byId.get(claimId);
    const claims = [...this.data.claims];
    if (known) claims.splice(claims.indexOf(known), 1);
    return claims;
  }

  private change(data: Known): void {
    this.data = data;
    this.changes += 1;
    for (const listener of this.listeners) listener();
  }
}

/** Where the claim belongs in a sorted list, by binary search. */
function placeFor(claims: readonly ClaimSummaryView[], claim: ClaimSummaryView): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = claims[middle];
    if (other && compareInText(other, claim) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What came from the server under the text that is being read: when that is an older one, its text and places stay. */
function keepText(shown: Known, fresh: DocumentAnswer): Omit<Known, "complete"> {
  const { revision } = shown.document;
  if (fresh.document.revision.number === revision.number) return { ...fresh, newer: shown.newer };
  const anchors = new Map(shown.claims.map((claim) => [claim.id, claim.anchors]));
  return {
    document: { ...fresh.document, revision },
    claims: fresh.claims.map((claim) => ({ ...claim, anchors: anchors.get(claim.id) ?? [] })),
    newer: fresh.document.revision.number,
  };
}

/** The known object when it says the same. */
function sameOr<T extends object>(known: T | undefined, now: T): T {
  return known && JSON.stringify(known) === JSON.stringify(now) ? known : now;
}
