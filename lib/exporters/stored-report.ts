import { createHash } from "node:crypto";
import type { Report } from "./report";

/** A report as it was kept with a publication. Only publishing writes them, and they are never changed. */
export function storedReport(kept: unknown): Report {
  return kept as Report; // narrowing: what JSON.stringify made of a Report, by lib/commands/publish-document.ts alone
}

/** A hexadecimal SHA-256 that two reports share when they would show their readers the same. */
export function fingerprint(report: Report): string {
  const { exportedAt: _, publication: __, ...shown } = report;
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex");
}
