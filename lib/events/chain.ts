import { createHash } from "node:crypto";

/** What the seal of an event covers: the whole row of the log. */
export interface SealedContent {
  seq: number;
  workspaceId: string;
  documentId: string | null;
  claimId: string | null;
  actorId: string;
  type: string;
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  requestId: string | null;
  ip: string | null;
  data: unknown;
}

/** A link of the chain. */
export interface Seal {
  /** Counts from 1 within the workspace. */
  position: number;
  contentHash: string;
  hash: string;
}

/** What stands before the first seal. */
export const FIRST_HASH = "0".repeat(64);

/** SHA-256 of an event, hexadecimal; the order of the keys in its data does not matter, since the database does not keep it. */
export function contentHash(event: SealedContent): string {
  const { seq, workspaceId, documentId, claimId, actorId, type, at, requestId, ip, data } = event;
  return sha256(canonicalJson([seq, workspaceId, documentId, claimId, actorId, type, at, requestId, ip, data]));
}

/** SHA-256 of a seal: of its position, the hash of the seal before it, and that of its event. */
export function sealHash(position: number, previous: string, content: string): string {
  return sha256(`${String(position)}\n${previous}\n${content}`);
}

/** The seals for events that follow a seal, or begin a chain. */
export function chainOn(head: Pick<Seal, "position" | "hash"> | null, contents: readonly string[]): Seal[] {
  let { position, hash } = head ?? { position: 0, hash: FIRST_HASH };
  return contents.map((content) => {
    position += 1;
    hash = sealHash(position, hash, content);
    return { position, contentHash: content, hash };
  });
}

/** JSON with the keys of each object in order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
