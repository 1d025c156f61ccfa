import type { Tx } from "@/lib/db/client";
import { passageOf, type PassagePart } from "@/lib/domain/passage";

/** By the claims' ids what they quote of the current text, with some words around it; of those that lost their place, as they were brought. */
export async function passagesOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, PassagePart[]>> {
  const anchors = await tx.anchor.findMany({
    where: { claimId: { in: [...claimIds] } },
    select: {
      ...{ claimId: true, start: true, end: true, exact: true, prefix: true, suffix: true, status: true, revisionId: true },
      revision: { select: { number: true } },
      document: { select: { revision: true } },
    },
    orderBy: { start: "asc" },
  });
  const current = anchors.filter(({ revision, document }) => revision.number === document.revision);
  const rows = await tx.revision.findMany({
    where: { id: { in: [...new Set(current.map(({ revisionId }) => revisionId))] } },
    select: { id: true, text: true },
  });
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  return new Map(
    [...new Set(current.map(({ claimId }) => claimId))].map((claimId) => {
      const own = current.filter((anchor) => anchor.claimId === claimId);
      const placed = own.filter(({ status }) => status !== "orphaned");
      const [first] = own;
      if (first && placed.length === 0) {
        const whole = first.prefix + first.exact + first.suffix;
        return [claimId, passageOf(whole, [{ start: first.prefix.length, end: first.prefix.length + first.exact.length }])];
      }
      return [claimId, passageOf(texts.get(first?.revisionId ?? "") ?? "", placed)];
    }),
  );
}
