import { claimOfConflict } from "@/components/claim/claim-of-conflict";
import type { DoubtView } from "@/lib/domain/revision";
import { isDoubtful } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";
import type { ClaimView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";

/**
 * Says where a quote is, or with null that it goes. A claim of which something else was changed meanwhile is tried once more; one whose
 * quote somebody else settled is not. Throws `ApiError`.
 */
export async function settleAnchor(doubt: DoubtView, revisionId: string, at: Span | null): Promise<ClaimView> {
  const path = `/claims/${doubt.claimId}/anchors/${doubt.anchorId}/settle`;
  try {
    return await api.post<ClaimView>(path, { version: doubt.claimVersion, revisionId, at });
  } catch (error) {
    const current = claimOfConflict(error);
    const still = current?.anchors.some((anchor) => anchor.id === doubt.anchorId && isDoubtful(anchor.status));
    if (!current || !still) throw error;
    return api.post<ClaimView>(path, { version: current.version, revisionId, at });
  }
}

/** Takes such a decision back. Throws `ApiError`. */
export async function unsettleAnchor(doubt: DoubtView, claim: ClaimView): Promise<ClaimView> {
  const path = `/claims/${doubt.claimId}/anchors/${doubt.anchorId}/unsettle`;
  try {
    return await api.post<ClaimView>(path, { version: claim.version });
  } catch (error) {
    const current = claimOfConflict(error);
    if (!current) throw error;
    return api.post<ClaimView>(path, { version: current.version });
  }
}
