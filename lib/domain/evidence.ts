export const STANCES = ["supports", "refutes", "context"] as const;
export type Stance = (typeof STANCES)[number];

export const SOURCE_TYPES = [
  "official_record",
  "statistics",
  "study",
  "news",
  "transcript",
  "interview",
  "press_release",
  "encyclopedia",
  "social_post",
  "other",
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** How a source type is called on the page. */
export const SOURCE_TYPE_NAMES: Record<SourceType, string> = {
  official_record: "Official record",
  statistics: "Statistics",
  study: "Study",
  news: "News report",
  transcript: "Transcript",
  interview: "Interview",
  press_release: "Press release",
  encyclopedia: "Encyclopedia",
  social_post: "Social post",
  other: "Other",
};

/** Press releases and encyclopedias are never primary. */
export function mayBePrimary(type: SourceType): boolean {
  return type !== "press_release" && type !== "encyclopedia";
}

/** Evidence is confidential when it, or its source, is. */
export function isConfidential(evidence: { confidential: boolean; source: { confidential: boolean } }): boolean {
  return evidence.confidential || evidence.source.confidential;
}

export const CONTACT_OUTCOMES = ["asked", "answered", "declined", "no_answer"] as const;
/** What came of an attempt to hear from whoever made the claim. */
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** How an outcome is called on the page. */
export const CONTACT_OUTCOME_NAMES: Record<ContactOutcome, string> = {
  asked: "Asked, waiting",
  answered: "Answered",
  declined: "Declined to comment",
  no_answer: "No answer",
};

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];
