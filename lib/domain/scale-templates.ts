import type { Tone } from "./scale";

export interface LabelTemplate {
  name: string;
  definition: string;
  boundaryRule: string;
  /** Null for labels off the scale: only ordinal labels carry a number. */
  rating: number | null;
  tone: Tone;
}

export interface ScaleTemplate {
  key: string;
  name: string;
  labels: LabelTemplate[];
}

const label = (name: string, rating: number | null, tone: Tone, definition: string, boundaryRule = ""): LabelTemplate => ({
  name,
  rating,
  tone,
  definition,
  boundaryRule,
});

/** The scales that every workspace begins with; the first is the default. */
export const SCALE_TEMPLATES: ScaleTemplate[] = [
  {
    key: "five-point",
    name: "Five-point",
    labels: [
      label(
        "True",
        5,
        "true",
        "The statement is accurate, and nothing significant is missing.",
        "If a detail that would change a reader's mind is missing, choose Mostly true.",
      ),
      label(
        "Mostly true",
        4,
        "mostly-true",
        "The statement is accurate but needs clarification or additional information.",
        "If the clarification reverses the impression, choose Half true.",
      ),
      label(
        "Half true",
        3,
        "half",
        "The statement is partly accurate but leaves out important details or takes things out of context.",
        "If the accurate part is incidental, choose Mostly false.",
      ),
      label(
        "Mostly false",
        2,
        "mostly-false",
        "The statement holds an element of truth but ignores facts that would give a different impression.",
        "If no element survives the check, choose False.",
      ),
      label("False", 1, "false", "The statement is not accurate.", "If it cannot be checked at all, choose Unverifiable."),
      label("Unverifiable", null, "off", "The evidence that would decide it does not exist or cannot be reached.", "Say what was sought and where."),
      label(
        "Misleading (missing context)",
        null,
        "off",
        "Each fact is right, but the impression they are put together to give is not.",
        "If a fact is wrong, use the scale.",
      ),
    ],
  },
  {
    key: "six-point",
    name: "Six-point meter",
    labels: [
      label("True", 6, "true", "Accurate, with nothing significant missing."),
      label("Mostly True", 5, "mostly-true", "Accurate, but needs clarification or additional information."),
      label("Half True", 4, "half", "Partly accurate, but leaves out important details."),
      label("Mostly False", 3, "mostly-false", "Contains an element of truth but ignores critical facts."),
      label("False", 2, "false", "Not accurate."),
      label("Pants on Fire", 1, "false", "Not accurate, and makes a ridiculous claim."),
      label("Flip-flop", null, "off", "A reversal of the speaker's earlier position."),
    ],
  },
  {
    key: "pinocchio",
    name: "Pinocchio style",
    labels: [
      label("Geppetto Checkmark", 5, "true", "The truth, the whole truth and nothing but the truth."),
      label("One Pinocchio", 4, "mostly-true", "Some shading of the facts."),
      label("Two Pinocchios", 3, "half", "Significant omissions or exaggerations."),
      label("Three Pinocchios", 2, "mostly-false", "Significant factual errors or obvious contradictions."),
      label("Four Pinocchios", 1, "false", "Whoppers."),
      label("Upside-down Pinocchio", null, "off", "A statement that represents a clear flip-flop."),
      label("Bottomless Pinocchio", null, "off", "A false claim repeated many times over."),
    ],
  },
  {
    key: "averitec",
    name: "Dataset (AVeriTeC)",
    labels: [
      label("Supported", null, "true", "The evidence supports the claim."),
      label("Refuted", null, "false", "The evidence contradicts the claim."),
      label("Not Enough Evidence", null, "off", "There is not enough evidence either way."),
      label("Conflicting Evidence/Cherrypicking", null, "half", "Evidence conflicts, or the claim picks only what suits it."),
    ],
  },
  {
    key: "clef",
    name: "Three-way (CLEF)",
    labels: [
      label("TRUE", 3, "true", "The claim is true."),
      label("HALF-TRUE", 2, "half", "The claim is partly true."),
      label("FALSE", 1, "false", "The claim is false."),
    ],
  },
  {
    key: "scifact",
    name: "Evidence (SciFact)",
    labels: [
      label("SUPPORT", null, "true", "The evidence supports the claim."),
      label("CONTRADICT", null, "false", "The evidence contradicts the claim."),
      label("NOT ENOUGH INFO", null, "off", "The evidence does not settle the claim."),
    ],
  },
  { key: "conclusion", name: "Plain conclusion", labels: [] },
];
