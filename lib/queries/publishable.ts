import { setImmediate as turn } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import type { ClaimState } from "@/lib/domain/claim";
import type { Actor } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { env } from "@/lib/env";
import { buildReportInTurns, type Report } from "@/lib/exporters/report";
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
  const claims = await claimsOf(tx, actor, documentId, revision);
  const fresh = claims.filter(({ state }) => state === "approved");
  const report = await buildReportInTurns(
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
  await turn();
  return { report, fresh, missing: report.claims.length === 0 ? ["at least one approved claim"] : claims.flatMap(unmet) };
}

/** Claims that are read at once: few enough that others have their turn, and many enough for the twenty questions that each slice costs. */
const SLICE = 500;

/** What is approved or public, whole. */
async function claimsOf(tx: Tx, actor: Actor, documentId: string, revision: { id: string; number: number }): Promise<ClaimView[]> {
  const rows = await tx.claim.findMany({
    where: { documentId, workspaceId: actor.workspaceId, deletedAt: null, state: { in: ["approved", ...PUBLIC_STATES] } },
    select: { id: true },
    orderBy: { number: "asc" },
  });
  const claims: ClaimView[] = [];
  for (let from = 0; from < rows.length; from += SLICE) {
    const ids = rows.slice(from, from + SLICE).map(({ id }) => id);
    claims.push(...(await claimViews(tx, actor, documentId, revision, { id: { in: ids } })));
  }
  return claims;
}

/** A claim can fall behind its gate after approval: the text was corrected, or the workspace asks for more. Of what is published only its place counts. */
function unmet({ number, state, gate }: ClaimView): string[] {
  if (state === "voided") return [];
  const counts = (key: string) => (state === "approved" ? key !== "signature" : key === "anchors");
  return gate.filter(({ key, met }) => !met && counts(key)).map(({ text }) => `claim ${number}: ${text}`);
}
