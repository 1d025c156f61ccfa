import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/client";
import { claimInScope, documentInScope } from "@/lib/db/scopes";
import { ANCHOR_STATUSES } from "@/lib/domain/anchor";
import { isDecided } from "@/lib/domain/claim";
import { AppError } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { claimView } from "@/lib/queries/claim";
import { command } from "./command";
import { touchDocument } from "./touch-document";
import { expectWritten } from "./versioned";

export const UnsettleAnchor = z.object({ claimId: Id, anchorId: Id, version: Version });

/** What the event of settling an anchor keeps for taking that back. */
const Settled = z.object({
  settled: z.object({
    revisionId: z.string(),
    removed: z.array(
      z.object({
        id: z.string(),
        start: z.number(),
        end: z.number(),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
        status: z.enum(ANCHOR_STATUSES),
        similarity: z.number(),
      }),
    ),
    placed: z.array(z.object({ start: z.number(), end: z.number() })),
  }),
});

export type SettledAnchors = z.output<typeof Settled>["settled"];

/**
 * Takes back how a quote in doubt was settled: what was there comes again. Fails with `conflict` when the claim changed since `version`, was approved, or its
 * quotes or the text changed since.
 */
export const unsettleAnchor = command(UnsettleAnchor, { summary: "Take back how a quote in doubt was settled." }, async ({ actor, tx, now }, input) => {
  const claim = await claimInScope(tx, actor, input.claimId);
  authorize(claimPolicy, actor, "settle", claim);
  await touchDocument(tx, claim.documentId, now);
  const document = await documentInScope(tx, actor, claim.documentId);
  const written = await tx.claim.updateMany({ where: { id: claim.id, version: input.version }, data: { version: { increment: 1 }, updatedAt: now } });
  const present = () => claimView(tx, actor, claim.id);
  await expectWritten(written, "claim", present);
  const { revisionId, removed, placed } = await howSettled(tx, input);
  const current = await tx.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.revision } },
    select: { id: true },
  });
  const anchors = await tx.anchor.findMany({ where: { claimId: claim.id, revisionId: current.id }, select: { id: true, start: true, end: true } });
  const made = placed.map((span) => anchors.find(({ start, end }) => start === span.start && end === span.end));
  const untouched = made.every((anchor) => anchor !== undefined) && !anchors.some(({ id }) => removed.some((anchor) => anchor.id === id));
  if (revisionId !== current.id || !untouched || isDecided(claim.state))
    throw new AppError("conflict", "The claim or its text changed since this quote was settled.", { current: await present() });
  await tx.anchor.deleteMany({ where: { id: { in: made.flatMap((anchor) => anchor?.id ?? []) } } });
  const scope = { workspaceId: actor.workspaceId, documentId: document.id, claimId: claim.id, revisionId };
  await tx.anchor.createMany({ data: removed.map((anchor) => ({ ...anchor, ...scope })) });
  await record(tx, actor, { type: "claim.anchor_unsettled", documentId: document.id, claimId: claim.id });
  return present();
});

/** Throws `not_found` when the anchor was never settled. */
async function howSettled(tx: Tx, { claimId, anchorId }: z.output<typeof UnsettleAnchor>): Promise<SettledAnchors> {
  const ofAnchor: Prisma.EventWhereInput = { data: { path: ["settled", "removed", "0", "id"], equals: anchorId } };
  const event = await tx.event.findFirst({ where: { claimId, type: "claim.anchor_settled", ...ofAnchor }, orderBy: { seq: "desc" }, select: { data: true } });
  const kept = Settled.safeParse(event?.data);
  if (!kept.success) throw new AppError("not_found", "This quote was not settled.");
  return kept.data.settled;
}
