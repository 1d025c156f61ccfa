/** For how many days the workspace keeps what is deleted, and what somebody was told of and has read; with what is usual and the bounds. */
export const RETENTION = {
  trashDays: { usual: 30, least: 7, most: 365 },
  toldDays: { usual: 90, least: 14, most: 365 },
} as const;

export interface RetentionSettings {
  trashDays: number;
  toldDays: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The moment from which what was deleted at the other can be deleted for good, both as ISO 8601. */
export function goneFrom(deletedAt: string, trashDays: number): string {
  return new Date(Date.parse(deletedAt) + trashDays * DAY_MS).toISOString();
}
