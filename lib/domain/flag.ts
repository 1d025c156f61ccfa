/** Why something is reported. */
export const FLAG_REASONS = ["error", "source", "offensive", "privacy", "rights", "spam", "other"] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** How a reason is called on the page. */
export const FLAG_REASON_NAMES: Record<FlagReason, string> = {
  error: "Something is wrong",
  source: "A source does not say this",
  offensive: "It is offensive",
  privacy: "It tells something private",
  rights: "It breaks somebody’s rights",
  spam: "It is spam",
  other: "Something else",
};

/** What became of a report. */
export const FLAG_OUTCOMES = ["acted_on", "dismissed"] as const;
export type FlagOutcome = (typeof FLAG_OUTCOMES)[number];

/** How an outcome is called on the page. */
export const FLAG_OUTCOME_NAMES: Record<FlagOutcome, string> = { acted_on: "Acted on", dismissed: "Dismissed" };
