import { z } from "zod";
import { db } from "@/lib/db/client";
import { lockedDocument } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/fields";
import { MAX_FOREIGN_CLAIMS, type ForeignResultView } from "@/lib/domain/foreign";
import { claimsThere } from "@/lib/queries/claims-there";
import { toBlocks } from "@/lib/queries/document";
import { preparedCommand } from "./command";
import { expectMarking, findForeignClaims, foreignFields, MAX_FOREIGN_BODY_BYTES } from "./foreign-source";
import { expectTrusted } from "./screen";
import { writeForeignClaims } from "./write-foreign-claims";

export const BringClaims = z.object({
  ...foreignFields,
  /** The revision in which the places were looked at. */
  revisionId: Id,
  /** Whether those come along whose place a person must settle, … */
  doubtful: z.enum(["bring", "skip"]).default("bring"),
  /** …those whose words are not in the text (then they wait among the quotes that need a look), … */
  lost: z.enum(["bring", "skip"]).default("skip"),
  /** …and those that are in the document already. */
  already: z.enum(["bring", "skip"]).default("skip"),
  /** Claims that are left out, by their index in the preview. */
  except: z.array(z.int().min(0)).max(MAX_FOREIGN_CLAIMS).default([]),
});

/** Brings the claims of a file into a document, all or none. Fails with `conflict` when the text was corrected since `revisionId`. */
export const bringClaims = preparedCommand(
  BringClaims,
  { summary: "Bring the claims of a file into a document.", status: 201, contributes: true, maxBytes: MAX_FOREIGN_BODY_BYTES },
  async (actor, input) => findForeignClaims(await db(), actor, input),
  async ({ actor, tx, now }, input, found): Promise<ForeignResultView> => {
    const document = await lockedDocument(tx, actor, input.documentId);
    expectMarking(actor, document);
    await expectTrusted(tx, actor);
    const { revision } = found;
    if (revision.id !== input.revisionId || revision.number !== document.revision)
      throw new AppError("conflict", "Someone corrected the text meanwhile. Look at the claims again: their places may have changed.");
    const there = await claimsThere(tx, document.id, revision.id);
    const except = new Set(input.except);
    const skipped = (["doubtful", "lost"] as const).filter((finding) => input[finding] === "skip");
    const wanted = found.claims.filter(({ finding }, index) => !except.has(index) && !skipped.some((each) => each === finding));
    const chosen = input.already === "bring" ? wanted : wanted.filter((claim) => there.sameAs(claim) === null);
    const count = (finding: string): number => chosen.filter((claim) => claim.finding === finding).length;
    const result = { claims: chosen.length, doubtful: count("doubtful"), lost: count("lost"), already: wanted.length - chosen.length };
    if (chosen.length === 0) return { ...result, questions: 0, evidence: 0, sources: 0, firstClaimId: null };
    const { blocks } = await tx.revision.findUniqueOrThrow({ where: { id: revision.id }, select: { blocks: true } });
    const place = { document, revision: { id: revision.id, blocks: toBlocks(blocks) }, name: found.name };
    return { ...result, ...(await writeForeignClaims(tx, actor, place, chosen, now)) };
  },
);
