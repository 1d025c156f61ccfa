import type { ClaimView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";

/** The claim as it stands now, when a write was refused because it had changed; else null. */
export function claimOfConflict(error: unknown): ClaimView | null {
  if (!(error instanceof ApiError) || error.code !== "conflict") return null;
  const { current } = error;
  // Narrowing: a conflict about a claim carries the claim, one about the text's revision does not.
  return typeof current === "object" && current !== null && "anchors" in current ? (current as ClaimView) : null;
}
