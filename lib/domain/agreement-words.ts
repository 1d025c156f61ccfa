import type { FigureKey } from "./agreement-report";

/** How a figure is called. */
export const FIGURE_NAMES: Record<FigureKey, string> = {
  raw: "Raw agreement",
  alpha_nominal: "Krippendorff’s α, nominal",
  alpha_ordinal: "Krippendorff’s α, ordinal",
  kappa: "Cohen’s κ",
  kappa_linear: "Cohen’s κ, linear weights",
  fleiss: "Fleiss’ κ",
};

/** What a figure says, in one sentence. */
export const FIGURE_MEANINGS: Record<FigureKey, string> = {
  raw: "How often two judgements of one claim are the same. Chance is not taken off.",
  alpha_nominal: "Agreement beyond chance, for any number of reviewers and with gaps; every disagreement counts alike.",
  alpha_ordinal: "The same, but neighbours on the scale disagree less than its ends. Labels without a number are left out.",
  kappa: "Agreement of the two beyond chance, on the claims that both judged.",
  kappa_linear: "The same, but a disagreement counts by its distance on the scale. Labels without a number are left out.",
  fleiss: "Agreement beyond chance, on the claims that have as many judgements as is most usual.",
};
