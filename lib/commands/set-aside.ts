import { z } from "zod";
import { claimInScope } from "@/lib/db/scopes";
import { Id, prose } from "@/lib/domain/fields";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { claimPolicy } from "@/lib/policies/claim";
import { RATIONALE_MAX } from "./assess-claim";
import { command } from "./command";
import { screenWords } from "./screen";

export const SetAside = z.object({
  claimId: Id,
  field: z.enum(["statement", "shortForm", "speaker", "summary", "justification", "quote", "locator", "note"]),
  text: prose(RATIONALE_MAX).refine((text) => text.trim() !== "", "There is nothing to keep."),
});

/** Keeps in the claim's history what somebody wrote and gave up for what another wrote at the same time. It changes nothing else. */
export const setAside = command(
  SetAside,
  { summary: "Keep in a claim's history what was written and given up for another version.", status: 201, contributes: true },
  async ({ actor, tx }, { claimId, field, text }) => {
    const claim = await claimInScope(tx, actor, claimId);
    authorize(claimPolicy, actor, "edit", claim);
    if (field !== "quote") await screenWords(tx, actor, { text });
    await record(tx, actor, { type: "claim.set_aside", documentId: claim.documentId, claimId, before: { [field]: text } });
    return { claimId, field };
  },
);
