import type { CheckWorthiness, ClaimType, SkipReason } from "@/lib/domain/claim";

/** How the values of a claim are called on the page. */
export const TYPE_NAMES: Record<ClaimType, string> = { event: "Event", numerical: "Numerical", quote: "Quote", causal: "Causal", position: "Position" };

export const WORTHINESS_NAMES: Record<CheckWorthiness, string> = { low: "Low", medium: "Medium", high: "High" };

export const SKIP_REASON_NAMES: Record<SkipReason, string> = {
  opinion: "Opinion",
  prediction: "Prediction",
  personal_experience: "Personal experience",
  not_material: "Not material",
  not_checkable: "Not checkable",
};
