import type { Presence, PresenceMessage } from "@/lib/domain/live";
import type { PersonView } from "@/lib/domain/views";

/** Words of the shown text that somebody else has selected. */
export interface OtherSelection {
  tab: string;
  name: string;
  start: number;
  end: number;
}

/** The others at the document. */
export interface Others {
  /** Each person once, by name. */
  people: readonly PersonView[];
  /** Who has which claim open. */
  atClaims: ReadonlyMap<string, readonly PersonView[]>;
  /** In whatever revision each reads. */
  selections: readonly (OtherSelection & { revisionId: string })[];
  /** Who writes a longer text where, the last to begin. */
  writers: ReadonlyMap<string, PersonView & { since: number }>;
}

const NOBODY: Others = { people: [], atClaims: new Map(), selections: [], writers: new Map() };

/** Who else is at the document, as the page last heard; one's own other windows do not count. */
export class PresenceStore {
  private readonly personId: string;
  private pages = new Map<string, Presence>();
  private others = NOBODY;
  private readonly listeners = new Set<() => void>();

  constructor(personId: string) {
    this.personId = personId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getOthers = (): Others => this.others;

  /** All who are there. */
  readonly renew = (pages: readonly Presence[]): void => this.become(new Map(pages.map((page) => [page.tab, page])));

  /** What is new since. */
  hear({ here, gone }: PresenceMessage): void {
    const pages = new Map(this.pages);
    for (const tab of gone) pages.delete(tab);
    for (const page of here) pages.set(page.tab, page);
    this.become(pages);
  }

  private become(pages: Map<string, Presence>): void {
    this.pages = pages;
    const others = othersOf([...pages.values()].filter(({ person }) => person.id !== this.personId));
    if (JSON.stringify(listed(others)) === JSON.stringify(listed(this.others))) return;
    this.others = others;
    for (const listener of this.listeners) listener();
  }
}

function othersOf(pages: readonly Presence[]): Others {
  if (pages.length === 0) return NOBODY;
  const people = new Map(pages.map(({ person }) => [person.id, person]));
  const atClaims = new Map<string, PersonView[]>();
  for (const { claimId, person } of pages) {
    if (claimId === null || atClaims.get(claimId)?.some(({ id }) => id === person.id)) continue;
    atClaims.set(claimId, [...(atClaims.get(claimId) ?? []), person]);
  }
  const writers = new Map<string, PersonView & { since: number }>();
  for (const { person, writing } of pages) {
    if (writing && writing.since > (writers.get(writing.record)?.since ?? 0)) writers.set(writing.record, { ...person, since: writing.since });
  }
  return {
    writers,
    people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name)),
    atClaims,
    selections: pages.flatMap(({ tab, person, selection }) => (selection ? [{ tab, name: person.name, ...selection }] : [])),
  };
}

function listed({ people, atClaims, selections, writers }: Others) {
  return [people, [...atClaims], selections, [...writers]];
}
