import { z } from "zod";
import { claimInScope } from "@/lib/db/scopes";
import { invalidField } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import { command } from "./command";
import { UpdateClaim, updateClaim } from "./update-claim";

export const RevertClaim = z.object({
  claimId: Id,
  version: Version,
  /** The number of a change in the claim's history: it, and what came after it, is taken back. */
  seq: z.int().min(1),
});

const Before = z.object({ before: z.record(z.string(), z.unknown()) }).catch({ before: {} });

/** Gives the fields of a claim the values they had before a change of its history, as a new change. */
export const revertClaim = command(
  RevertClaim,
  { summary: "Restore the fields of a claim as they were before a change of its history." },
  async (context, input) => {
    const { actor, tx } = context;
    const claim = await claimInScope(tx, actor, input.claimId);
    const changes = await tx.event.findMany({
      where: { claimId: claim.id, type: "claim.updated", seq: { gte: input.seq } },
      select: { seq: true, data: true },
      orderBy: { seq: "desc" },
    });
    if (Number(changes.at(-1)?.seq) !== input.seq) throw invalidField("seq", "The history of this claim has no such change. Reload it.");
    // From the newest to the oldest: the last word on a field is what it was before all of them.
    const fields = Object.assign({}, ...changes.map(({ data }) => Before.parse(data).before)) as Record<string, unknown>; // assign loses the type
    const restored = UpdateClaim.safeParse({ ...fields, claimId: claim.id, version: input.version });
    if (!restored.success) throw invalidField("seq", "What the claim was then is not allowed any more. Change its fields by hand.");
    return updateClaim.run(context, restored.data);
  },
);
