import { createLoader, createSerializer, parseAsInteger, parseAsString } from "nuqs/server";

/** What the address of the audit log says, for the server that reads it and the page that changes it. */
export const auditParams = {
  actorId: parseAsString.withDefault(""),
  action: parseAsString.withDefault(""),
  documentId: parseAsString.withDefault(""),
  claimId: parseAsString.withDefault(""),
  subjectId: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  before: parseAsInteger,
};

export const loadAuditParams = createLoader(auditParams);

const serialize = createSerializer(auditParams);

export type AuditAsked = NonNullable<Parameters<typeof serialize>[1]>;

/** The address of the log as asked. */
export function auditHref(asked: AuditAsked): string {
  return serialize("/audit", asked);
}

/** The address of the same entries as a file. */
export function auditFileHref(asked: AuditAsked, format: "json" | "csv"): string {
  const address = serialize("/api/v1/audit/export", { ...asked, before: null });
  return `${address}${address.includes("?") ? "&" : "?"}format=${format}`;
}
