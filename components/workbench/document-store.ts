import type { ChangesMessage } from "@/lib/domain/live";
import type { ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { compareInText, inTextOrder, isForeseen } from "./claim-summary";

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
 *
 * Answers and the stream may cross. Each says up to which number of the document's log it holds everything, and an older one never replaces a newer.
 */
export class DocumentStore {
  private data: Known;
  private byId: Map<string, ClaimSummaryView>;
  /** Up to which number each claim is known, also of claims that are gone; the others up to `base`. */
  private seqs = new Map<string, number>();
  private base: number;
  /** The number up to which the stream is heard without a gap. */
  private heard: number;
  /** Changes made here that no answer has confirmed. */
  private wishes = 0;
  private readonly listeners = new Set<() => void>();

  /** The text comes first; at most the open claim is known with it. */
  constructor(document: DocumentView, open: ClaimSummaryView | null) {
    const claims = open ? [open] : [];
    this.data = { document, claims, complete: false, newer: null };
    this.byId = new Map(claims.map((claim) => [claim.id, claim]));
    this.base = this.heard = document.seq;
  }

  /** From which number on the stream is to be heard. */
  get seq(): number {
    return this.heard;
  }

  /** Takes up all claims, when they have come; only once. What was done or heard here meanwhile is newer. */
  arrive(claims: readonly ClaimSummaryView[], seq: number): void {
    if (this.data.complete) return;
    const all = new Map(claims.filter(({ id }) => this.seqOf(id) <= seq).map((claim) => [claim.id, claim]));
    for (const known of this.data.claims) if (this.seqOf(known.id) >= seq || known.version >= (all.get(known.id)?.version ?? 0)) all.set(known.id, known);
    this.byId = all;
    this.base = seq;
    this.change({ ...this.data, claims: inTextOrder([...all.values()]), complete: true });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getData = (): Known => this.data;

  readonly latest = (claimId: string): ClaimSummaryView | undefined => this.byId.get(claimId);

  /** The claim as it will be once the server has answered. */
  readonly foresee = (claim: ClaimSummaryView): void => {
    this.wishes += 1;
    this.put(claim);
  };

  private readonly put = (claim: ClaimSummaryView): void => {
    const others = this.without(claim.id);
    others.splice(placeFor(others, claim), 0, claim);
    this.byId.set(claim.id, claim);
    this.change({ ...this.data, claims: others });
  };

  readonly remove = (claimId: string): void => {
    if (!this.byId.has(claimId)) return;
    this.wishes += 1;
    const claims = this.without(claimId);
    this.byId.delete(claimId);
    this.change({ ...this.data, claims });
  };

  /**
   * The claim as a write answered it, with places of the revision of that number; in another text it stays where it is. `places` are those in the text that
   * is shown, for a claim that is new here.
   */
  readonly take = (claim: ClaimSummaryView, at: { revision: number; seq: number }, places: ClaimSummaryView["anchors"] = []): void => {
    if (at.seq < this.seqOf(claim.id)) return;
    this.seqs.set(claim.id, at.seq);
    this.put(this.placed(claim, at.revision, places));
    this.hearOf(at.revision);
  };

  /** Takes up what the stream tells. False when something before it was missed: then all is to be asked for again. */
  hear({ from, seq, revision, claims, gone, document }: ChangesMessage): boolean {
    if (from > this.heard) return false;
    this.heard = Math.max(this.heard, seq);
    let list = this.data.claims;
    const fresh = claims.filter((claim) => claim.seq >= this.seqOf(claim.id));
    const lost = gone.filter((each) => each.seq >= this.seqOf(each.id));
    for (const each of [...fresh, ...lost]) this.seqs.set(each.id, each.seq);
    const changed = fresh
      .map(({ seq: _, ...claim }) => this.withWish(this.placed(claim, revision)))
      .filter((claim) => sameOr(this.byId.get(claim.id), claim) === claim);
    if (changed.length > 0 || lost.some(({ id }) => this.byId.has(id))) {
      const touched = new Set([...changed, ...lost].map(({ id }) => id));
      for (const { id } of lost) this.byId.delete(id);
      for (const claim of changed) this.byId.set(claim.id, claim);
      list = inTextOrder([...list.filter(({ id }) => !touched.has(id)), ...changed]);
    }
    const shown = this.data.document;
    const { scaleId, reviewMode: _mode, reviewers: _reviewers, panelRule: _rule, ...facts } = document;
    // The text is part of the document, and too long to be compared each time.
    const names = Object.keys(facts) as (keyof typeof facts)[]; // which Object.keys does not say
    const next = names.every((name) => facts[name] === shown[name]) ? shown : { ...shown, ...facts };
    if (list !== this.data.claims || next !== shown) this.change({ ...this.data, document: next, claims: list });
    this.hearOf(revision);
    return scaleId === shown.scale.id;
  }

  /** Somewhere a revision of this number was spoken of. */
  readonly hearOf = (revision: number): void => {
    const known = Math.max(this.data.document.revision.number, this.data.newer ?? 0);
    if (revision > known) this.change({ ...this.data, newer: revision });
  };

  /** Asks for all of it again. An answer that was on its way while something was changed here may be older than that, and is dropped. */
  async refresh(load: () => Promise<DocumentAnswer>): Promise<void> {
    const before = this.wishes;
    const fresh = await load();
    const { seq, revision } = fresh.document;
    if (this.wishes === before && revision.number >= this.data.document.revision.number && seq >= this.base)
      this.takeAll(keepText(this.data, { document: fresh.document, claims: this.newest(fresh) }));
  }

  /** Shows the newest text, with the places in it. */
  async renew(load: () => Promise<DocumentAnswer>): Promise<void> {
    const fresh = await load();
    this.seqs = new Map();
    this.takeAll({ ...fresh, newer: null });
    // What was heard while the answer was on its way was put to its places in the old text.
    if (this.heard > fresh.document.seq) await this.refresh(load);
  }

  /** The answer's claims, but those that are known better. */
  private newest({ document: { seq }, claims }: DocumentAnswer): ClaimSummaryView[] {
    const newer = (id: string) => this.seqOf(id) > seq;
    return [...claims.filter(({ id }) => !newer(id)), ...this.data.claims.filter(({ id }) => newer(id))];
  }

  private seqOf(claimId: string): number {
    return this.seqs.get(claimId) ?? (this.data.complete ? this.base : 0);
  }

  /** The claim with its places in the text that is shown. */
  private placed(claim: ClaimSummaryView, revision: number, places: ClaimSummaryView["anchors"] = []): ClaimSummaryView {
    const known = this.latest(claim.id);
    return this.data.document.revision.number === revision ? claim : { ...claim, anchors: known?.anchors ?? places };
  }

  /** The claim at the places where it is wanted, while no answer has said whether it may be there. */
  private withWish(claim: ClaimSummaryView): ClaimSummaryView {
    const known = this.latest(claim.id);
    return known && isForeseen(known) ? { ...claim, anchors: known.anchors } : claim;
  }

  private takeAll({ document, claims, newer }: Omit<Known, "complete">): void {
    const known = this.byId;
    const kept = claims.map((claim) => sameOr(known.get(claim.id), claim));
    this.byId = new Map(kept.map((claim) => [claim.id, claim]));
    this.base = document.seq;
    this.heard = Math.max(this.heard, document.seq);
    for (const [id, seq] of this.seqs) if (seq <= document.seq) this.seqs.delete(id);
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
