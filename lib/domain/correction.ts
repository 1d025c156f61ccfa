/** What may change what is published, from the smallest to the gravest. */
export const CORRECTION_KINDS = ["refile", "update", "correction", "rating_change", "void"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
