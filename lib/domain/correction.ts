/** What may change what is published, from the smallest to the gravest. */
export const CORRECTION_KINDS = ["refile", "update", "correction", "rating_change", "void"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** How a kind is called on the page. */
export const CORRECTION_NAMES: Record<CorrectionKind, string> = {
  refile: "Refile",
  update: "Update",
  correction: "Correction",
  rating_change: "Rating change",
  void: "Void",
};

/** What each kind says, for those who choose and those who read. */
export const CORRECTION_MEANINGS: Record<CorrectionKind, string> = {
  refile: "A slip of the pen was mended; nothing is understood in another way.",
  update: "Something new was added that contradicts nothing.",
  correction: "Something was wrong, and is understood in another way now.",
  rating_change: "The verdict is another one.",
  void: "The check itself was wrong and no longer holds.",
};
