/** The forms of datasets, and the classes that each of them knows. */
export const DATASET_CLASSES = {
  averitec: ["Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking"],
  clef: ["TRUE", "HALF-TRUE", "FALSE"],
  scifact: ["SUPPORT", "CONTRADICT", "NOT ENOUGH INFO"],
} as const;
export type DatasetForm = keyof typeof DATASET_CLASSES;
export const DATASET_FORMS = ["averitec", "clef", "scifact"] as const satisfies readonly DatasetForm[];
export const FORM_NAMES: Record<DatasetForm, string> = { averitec: "AVeriTeC", clef: "CLEF", scifact: "SciFact" };

/** The longest word for ClaimReview. */
export const WORD_MAX = 60;

/** How a label goes out: the class it is in each form of datasets (null: its claims are left out; missing: the label's own word), and its word in ClaimReview. */
export type Outgoing = { [Form in DatasetForm]?: (typeof DATASET_CLASSES)[Form][number] | null | undefined } & { claimReview?: string | undefined };

/** A label with what is said of how it goes out; nothing, where it goes out as it is. */
export interface OutgoingLabel {
  name: string;
  outgoing?: Outgoing | undefined;
}

/** What the label is called in a dataset of the form; null when its claims are left out. */
export function datasetWord({ name, outgoing }: OutgoingLabel, form: DatasetForm): string | null {
  const said = outgoing?.[form];
  return said === undefined ? name : said;
}

/** What ClaimReview calls the label. */
export const reviewWord = ({ name, outgoing }: OutgoingLabel): string => outgoing?.claimReview ?? name;
