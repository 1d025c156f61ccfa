import type { Presence } from "@/lib/domain/live";

/** Pages say that they are there every ten seconds; one that has not for so long is gone. In milliseconds. */
const GONE_AFTER_MS = 13_000;

interface Noted extends Presence {
  until: number;
}

/** Who is at which document now, as far as this process has heard. Kept in memory only: whoever comes late hears of the others as they go on saying it. */
export class PresenceBoard {
  private readonly documents = new Map<string, Map<string, Noted>>();

  /** Someone is there. True when that is news. */
  note(documentId: string, presence: Presence, now: number): boolean {
    const here = this.documents.get(documentId) ?? new Map<string, Noted>();
    this.documents.set(documentId, here);
    const known = here.get(presence.tab);
    here.set(presence.tab, { ...presence, until: now + GONE_AFTER_MS });
    return !known || JSON.stringify({ ...presence, until: known.until }) !== JSON.stringify(known);
  }

  /** A page said that it goes. True when that is news. */
  leave(documentId: string, tab: string): boolean {
    const here = this.documents.get(documentId);
    const known = here?.delete(tab) ?? false;
    if (here?.size === 0) this.documents.delete(documentId);
    return known;
  }

  /** Takes those away who have not been heard of, and says who they were. */
  sweep(now: number): { documentId: string; tab: string }[] {
    const gone = [...this.documents].flatMap(([documentId, here]) =>
      [...here.values()].filter(({ until }) => until <= now).map(({ tab }) => ({ documentId, tab })),
    );
    for (const { documentId, tab } of gone) this.leave(documentId, tab);
    return gone;
  }

  at(documentId: string): Presence[] {
    return [...(this.documents.get(documentId)?.values() ?? [])].map(({ until: _, ...presence }) => presence);
  }
}

// On globalThis, because each route bundle loads this module for itself.
const shared = globalThis as typeof globalThis & { assayPresence?: PresenceBoard };

/** The process's board. */
export function presenceBoard(): PresenceBoard {
  return (shared.assayPresence ??= new PresenceBoard());
}
