import { z } from "zod";
import { evidenceInScope } from "@/lib/db/scopes";
import { invalidField } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

export const VerifyQuote = z.object({ evidenceId: Id, version: Version, verified: z.boolean() });

/** Says that the quote was found in its source, word for word, or takes that back. It falls when the quote or its source changes. */
export const verifyQuote = command(VerifyQuote, { summary: "Say that a quote was found in its source, word for word." }, async ({ actor, tx, now }, input) => {
  const evidence = await evidenceInScope(tx, actor, input.evidenceId);
  const { claim } = evidence;
  authorize(claimPolicy, actor, "addEvidence", claim);
  if (evidence.quote.trim() === "") throw invalidField("verified", "There is no quote to verify.");
  await touchDocument(tx, claim.documentId, now);
  const written = await tx.evidence.updateMany({
    where: { id: evidence.id, version: input.version },
    data: { quoteVerifiedById: input.verified ? actor.userId : null, quoteVerifiedAt: input.verified ? now : null, version: { increment: 1 }, updatedAt: now },
  });
  await expectWritten(written, "evidence", async () => (await claimView(tx, actor, claim.id)).evidence.find((each) => each.id === evidence.id));
  await record(tx, actor, {
    type: "evidence.quote_verified",
    documentId: claim.documentId,
    claimId: claim.id,
    before: { verified: evidence.quoteVerifiedAt !== null },
    after: { verified: input.verified, quote: evidence.quote },
    ids: { evidenceId: evidence.id },
  });
  return claimView(tx, actor, claim.id);
});
