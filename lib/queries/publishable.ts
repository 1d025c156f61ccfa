import type { Tx } from "@/lib/db/client";
import type { ClaimState } from "@/lib/domain/claim";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { env } from "@/lib/env";
import { buildReport, type Report } from "@/lib/exporters/report";
import { claimViews } from "./claim";
import { readDocument } from "./document";
import { publishedFacts } from "./published-facts";

/** The states in which a claim stands on a published page. */
export const PUBLIC_STATES = ["published", "corrected", "voided"] as const satisfies ClaimState[];

/** What publishing a document now would make. */
export interface Publishable {
  /** For readers, with the approved claims as published ones. */
  report: Report;
  /** The approved claims, which would be published for the first time. */
  fresh: ClaimView[];
  /** What stands in the way, as sentences; empty when nothing does. */
  missing: string[];
}

/** Builds what publishing would make, from the desk's records as they are. Throws `not_found`. */
export async function publishable(tx: Tx, actor: Actor, documentId: string, now: Date): Promise<Publishable> {
  const { revision, scale, ...document } = await readDocument(tx, actor, documentId);
  const claims = await claimViews(tx, actor, documentId, revision, { state: { in: ["approved", ...PUBLIC_STATES] } });
  const fresh = claims.filter(({ state }) => state === "approved");
  const report = buildReport(
    {
      ...(await publishedFacts(tx, actor, documentId)),
      baseUrl: env.APP_URL,
      exportedAt: now.toISOString(),
      document,
      revision,
      scale,
      claims: claims.map((claim) => (claim.state === "approved" ? { ...claim, state: "published" as const } : claim)),
    },
    { audience: "reader", states: PUBLIC_STATES },
  );
  return { report, fresh, missing: report.claims.length === 0 ? ["at least one approved claim"] : claims.flatMap(unmet) };
}

/** A claim can fall behind its gate after approval: the text was corrected, or the workspace asks for more. Of what is published only its place counts. */
function unmet({ number, state, gate }: ClaimView): string[] {
  if (state === "voided") return [];
  const counts = (key: string) => (state === "approved" ? key !== "signature" : key === "anchors");
  return gate.filter(({ key, met }) => !met && counts(key)).map(({ text }) => `claim ${number}: ${text}`);
}
