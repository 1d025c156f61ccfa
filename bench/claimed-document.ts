import type { PrismaClient } from "../lib/db/generated/client";
import type { Actor } from "../lib/domain/role";
import { createDocument, type MadeDocument } from "../prisma/factories";
import { syntheticText } from "./anchoring/corpora";
import { createRandom } from "./anchoring/random";

/** A document of invented words, with claims of 4 to 40 words spread over it. */
export async function claimedDocument(prisma: PrismaClient, actor: Actor, size: { words: number; claims: number }): Promise<MadeDocument> {
  const document = await createDocument(prisma, { actor, title: `A text of ${String(size.words)} words`, text: syntheticText(size.words) });
  const random = createRandom(23);
  const words = [...document.text.matchAll(/\S+/g)];
  const scope = { workspaceId: actor.workspaceId, documentId: document.id };
  const claims = await prisma.claim.createManyAndReturn({
    data: Array.from({ length: size.claims }, (_, index) => ({
      ...scope,
      number: index + 1,
      statement: `Claim ${String(index + 1)}`,
      createdById: actor.userId,
    })),
    select: { id: true },
  });
  const anchors = claims.map(({ id: claimId }, index) => {
    const first = Math.floor((index * (words.length - 40)) / size.claims);
    const last = words[first + 3 + random.below(37)];
    const [start, end] = [words[first]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)];
    const { text } = document;
    const quote = { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
    return { ...scope, claimId, revisionId: document.revisionId, start, end, ...quote };
  });
  await prisma.anchor.createMany({ data: anchors });
  await prisma.document.update({ where: { id: document.id }, data: { claimCount: size.claims } });
  return document;
}
