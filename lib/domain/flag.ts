/** Why something is reported. */
export const FLAG_REASONS = ["error", "source", "offensive", "privacy", "rights", "spam", "other"] as const;
/** Why something is in the queue: reported, or held before others see it. */
export const QUEUE_REASONS = [...FLAG_REASONS, "held"] as const;
export type FlagReason = (typeof QUEUE_REASONS)[number];

/** How a reason is called on the page. */
export const FLAG_REASON_NAMES: Record<FlagReason, string> = {
  error: "Something is wrong",
  source: "A source does not say this",
  offensive: "It is offensive",
  privacy: "It tells something private",
  rights: "It breaks somebody’s rights",
  spam: "It is spam",
  other: "Something else",
  held: "Waits for approval",
};

/** What became of a report. */
export const FLAG_OUTCOMES = ["acted_on", "dismissed"] as const;
export type FlagOutcome = (typeof FLAG_OUTCOMES)[number];

/** An outcome as whoever reported is told of it. */
export const FLAG_OUTCOME_SENTENCES: Record<FlagOutcome, string> = {
  acted_on: "A moderator acted on what you reported",
  dismissed: "A moderator looked at what you reported, and kept it as it is",
};

/** How an outcome is called on the page. */
export const FLAG_OUTCOME_NAMES: Record<FlagOutcome, string> = { acted_on: "Acted on", dismissed: "Dismissed" };
