import { randomUUID } from "node:crypto";
import type { Anchor } from "@/lib/domain/anchor";
import type { Tx } from "./client";
import { insertRows } from "./insert-rows";

/** The revision that anchors are written on. */
interface Place {
  workspaceId: string;
  documentId: string;
  revisionId: string;
}

/** Writes the anchors of many claims on one revision. */
export async function insertAnchors(tx: Tx, place: Place, anchors: readonly (Omit<Anchor, "id"> & { claimId: string })[]): Promise<void> {
  const rows = anchors.map(({ claimId, start, end, exact, prefix, suffix, status, similarity }) => ({
    ...{ id: randomUUID(), ...place, claimId },
    ...{ start, end, exact, prefix, suffix, status, similarity },
  }));
  await insertRows(tx, "Anchor", rows);
}
