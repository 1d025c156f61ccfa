import type { PrismaClient } from "../lib/db/generated/client";
import type { Actor } from "../lib/domain/role";
import type { MadeDocument } from "../prisma/factories";
import { claimedDocument } from "./claimed-document";

/** Every claim approved, with a verdict, a justification and a source. */
export async function checkedDocument(prisma: PrismaClient, actor: Actor, size: { words: number; claims: number }): Promise<MadeDocument> {
  const document = await claimedDocument(prisma, actor, size);
  const { workspaceId } = actor;
  const { scaleId } = await prisma.document.findUniqueOrThrow({ where: { id: document.id }, select: { scaleId: true } });
  const labels = await prisma.scaleLabel.findMany({ where: { scaleId }, select: { id: true }, orderBy: { position: "asc" } });
  const claims = await prisma.claim.findMany({ where: { documentId: document.id }, select: { id: true }, orderBy: { number: "asc" } });
  await prisma.claim.updateMany({ where: { documentId: document.id }, data: { state: "approved" } });
  const source = await prisma.source.create({
    data: {
      workspaceId,
      createdById: actor.userId,
      title: "Accounts of the harbour",
      publisher: "The city",
      url: "https://example.org/accounts",
      type: "official_record",
    },
    select: { id: true },
  });
  await prisma.ruling.createMany({
    data: claims.map(({ id: claimId }, index) => ({
      workspaceId,
      claimId,
      labelId: labels[index % labels.length]?.id ?? null,
      summary: `What claim ${String(index + 1)} says is borne out by the accounts.`,
      justification: "The accounts of the city show **the same figure** for each year.\n\n- Counted in June.\n- Counted again in December.",
      editorId: actor.userId,
    })),
  });
  await prisma.evidence.createMany({
    data: claims.map(({ id: claimId }) => ({
      workspaceId,
      claimId,
      sourceId: source.id,
      stance: "supports" as const,
      quote: "The harbour earned more than in the year before.",
      createdById: actor.userId,
    })),
  });
  return document;
}
