import { createStore, delMany, entries, keys, set, setMany, type UseStore } from "idb-keyval";
import type { FieldValue } from "./field-value";
import type { Unsent, UnsentStore } from "./outbox";
import { holdTab } from "./tab-lock";

/** What someone typed and the server has not acknowledged. */
export interface Draft {
  field: string;
  value: FieldValue;
  /** The server's value on which it was typed. */
  base: FieldValue;
  version: number | null;
}

/** Whose draft, of which record ("claim:…"). */
export interface DraftOwner {
  personId: string;
  record: string;
}

/**
 * The key of a draft. The base version is part of it, so that two tabs that started from different states of a record do
 * not overwrite each other. Ids hold no slash.
 */
export function draftKey(owner: DraftOwner, field: string, version: number | null): string {
  return `${recordPrefix(owner)}${field}/${version ?? "new"}`;
}

/** True for the keys of one record's drafts. */
export function isDraftOf(owner: DraftOwner, key: string): boolean {
  return key.startsWith(recordPrefix(owner));
}

/** Keeps the drafts on this device. False where the browser forbids storage: then the page's warning on leaving is all there is. */
export async function keepDrafts(owner: DraftOwner, drafts: readonly Draft[]): Promise<boolean> {
  const kept = await quietly(async () => {
    await setMany(
      drafts.map((draft): [string, Draft] => [draftKey(owner, draft.field, draft.version), draft]),
      store(),
    );
    return true;
  });
  return kept ?? false;
}

/** Forgets drafts by their keys. */
export async function forgetDrafts(draftKeys: readonly string[]): Promise<void> {
  if (draftKeys.length > 0) await quietly(() => delMany([...draftKeys], store()));
}

/** The drafts of a record, the one typed on the newest state first. */
export async function draftsOf(owner: DraftOwner): Promise<Draft[]> {
  const all = await quietly(() => entries<string, Draft>(store()));
  const own = (all ?? []).filter(([key]) => isDraftOf(owner, key)).map(([, draft]) => draft);
  return own.sort((a, b) => (b.version ?? 0) - (a.version ?? 0));
}

/** True when what a draft says is on its way to the server already. */
export async function isOnItsWay(personId: string, key: string): Promise<boolean> {
  return (await unsentStore(personId).all()).some(({ drafts }) => drafts?.includes(key));
}

/** True when a person has typed something on this device that the server has not acknowledged. */
export async function hasDrafts(personId: string): Promise<boolean> {
  const all = await quietly(() => keys<string>(store()));
  return (all ?? []).some((key) => key.startsWith(`${personId}/`));
}

/** Forgets everything that a person typed on this device; for signing out. */
export async function forgetAllDrafts(personId: string): Promise<void> {
  const all = await quietly(() => keys<string>(store()));
  await forgetDrafts((all ?? []).filter((key) => key.startsWith(`${personId}/`)));
}

/** Where a person's unsent writes are kept: beside the drafts, so that whoever asks for or forgets those has these too. */
export function unsentStore(personId: string): UnsentStore {
  const prefix = recordPrefix({ personId, record: "unsent" });
  const keyOf = (write: Unsent) => `${prefix}${write.idempotencyKey}`;
  return {
    keep: async (write) => {
      // First: another tab may look for what nobody sends any more, at any moment.
      await holdTab(write.tab);
      await quietly(() => set(keyOf(write), write, store()));
    },
    forget: (write, done) => forgetDrafts([keyOf(write), ...(done ? (write.drafts ?? []) : [])]),
    all: async () => {
      const kept = await quietly(() => entries<string, Unsent>(store()));
      return (kept ?? []).filter(([key]) => key.startsWith(prefix)).map(([, write]) => write);
    },
  };
}

function recordPrefix({ personId, record }: DraftOwner): string {
  return `${personId}/${record}/`;
}

let opened: UseStore | undefined;

function store(): UseStore {
  opened ??= createStore("assay-drafts", "fields");
  return opened;
}

async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
