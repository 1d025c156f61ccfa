import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError, invalidField } from "@/lib/domain/errors";

export interface Answer {
  status: number;
  body: unknown;
}

/** The key under which a write may be sent twice, checked; null when there is none. Throws `invalid`. */
export function idempotencyKeyOf(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{8,100}$/.test(key)) throw invalidField("Idempotency-Key", "Send 8 to 100 visible ASCII characters, a UUID for example.");
  return key;
}

/** What makes two requests the same: the method, the path and the input. */
export function requestHash(method: string, path: string, input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([method, path, input]))
    .digest("hex");
}

/** The answer that was given under this key. Throws `conflict` when the key was used for another request. */
export async function answered(tx: Tx, userId: string, key: string, hash: string): Promise<Answer | null> {
  const row = await tx.idempotencyKey.findUnique({ where: { userId_key: { userId, key } } });
  if (!row) return null;
  if (row.requestHash !== hash) throw new AppError("conflict", "This Idempotency-Key was used for another request. Make a new one.");
  return { status: row.status, body: row.body };
}

/** Keeps the answer, in the transaction of the write. */
export async function keepAnswer(tx: Tx, userId: string, key: string, hash: string, answer: Answer): Promise<void> {
  // Narrowing: an answer is what JSON can hold, which its type does not say.
  const body = JSON.parse(JSON.stringify(answer.body)) as Prisma.InputJsonValue;
  await tx.idempotencyKey.create({ data: { userId, key, requestHash: hash, status: answer.status, body }, select: { key: true } });
}
