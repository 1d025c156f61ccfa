import { createLoader, createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { QUEUE_REASONS } from "@/lib/domain/flag";
import { MODERATION_SUBJECTS, QUEUE_AGES, QUEUE_STATES } from "@/lib/domain/moderation";

/** What the address of the queue says, for the server that reads it and the page that changes it. */
export const queueParams = {
  state: parseAsStringLiteral(QUEUE_STATES).withDefault("open"),
  subject: parseAsStringLiteral(MODERATION_SUBJECTS),
  reason: parseAsStringLiteral(QUEUE_REASONS),
  age: parseAsStringLiteral(QUEUE_AGES),
  /** A document's id. */
  document: parseAsString,
  page: parseAsInteger.withDefault(1),
};

export const loadQueueParams = createLoader(queueParams);

const serialize = createSerializer(queueParams);

/** The address of the queue as asked. */
export function queueHref(asked: Parameters<typeof serialize>[1] & object): string {
  return serialize("/moderation", asked);
}
