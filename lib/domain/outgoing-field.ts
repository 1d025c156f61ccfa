import { z } from "zod";
import { requiredLine } from "./fields";
import { DATASET_CLASSES, WORD_MAX, type DatasetForm, type Outgoing } from "./outgoing";

const classOf = <Form extends DatasetForm>(form: Form) => z.enum(DATASET_CLASSES[form]).nullable().optional();

/** How a label goes out, as it is written and kept. */
export const OutgoingField: z.ZodType<Outgoing> = z.strictObject({
  averitec: classOf("averitec"),
  clef: classOf("clef"),
  scifact: classOf("scifact"),
  claimReview: requiredLine(WORD_MAX).optional(),
});

/** The same of what is kept, as a view has it: nothing where the label goes out as it is. */
export function outgoingOf(kept: unknown): { outgoing?: Outgoing } {
  const outgoing = OutgoingField.safeParse(kept).data ?? {};
  return Object.keys(outgoing).length === 0 ? {} : { outgoing };
}
