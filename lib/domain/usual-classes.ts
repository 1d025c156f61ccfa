import { DATASET_CLASSES, DATASET_FORMS, type DatasetForm, type Outgoing, type OutgoingLabel } from "./outgoing";
import type { Tone } from "./scale";

interface TonedLabel extends OutgoingLabel {
  tone: Tone;
}

const BY_TONE: Record<Exclude<Tone, "off">, Record<DatasetForm, string | null>> = {
  true: { averitec: "Supported", clef: "TRUE", scifact: "SUPPORT" },
  "mostly-true": { averitec: "Supported", clef: "HALF-TRUE", scifact: "SUPPORT" },
  half: { averitec: "Conflicting Evidence/Cherrypicking", clef: "HALF-TRUE", scifact: null },
  "mostly-false": { averitec: "Refuted", clef: "HALF-TRUE", scifact: "CONTRADICT" },
  false: { averitec: "Refuted", clef: "FALSE", scifact: "CONTRADICT" },
};
/** Words for what could not be settled, and for what is right and still misleads. */
const UNSETTLED = /unverif|unprov|not enough|insufficient|no evidence/i;
const MISLEADING = /mislead|context|cherry|conflict/i;

function usualClass({ name, tone }: TonedLabel, form: DatasetForm): string | null {
  const same = DATASET_CLASSES[form].find((each) => each.toLowerCase() === name.trim().toLowerCase());
  if (same) return same;
  if (tone !== "off") return BY_TONE[tone][form];
  if (UNSETTLED.test(name)) return { averitec: "Not Enough Evidence", clef: null, scifact: "NOT ENOUGH INFO" }[form];
  return MISLEADING.test(name) && form === "averitec" ? "Conflicting Evidence/Cherrypicking" : null;
}

/** What a desk may begin with: the classes that are usual for a label of this colour and name, wherever none is chosen yet. */
export function withUsualClasses(label: TonedLabel): Outgoing {
  const usual = Object.fromEntries(DATASET_FORMS.map((form) => [form, usualClass(label, form)]));
  return { ...usual, ...label.outgoing };
}
