import { z } from "zod";
import { Email, requiredLine } from "@/lib/domain/fields";

/** At least 8 characters, at most 128 (Unicode code points); no rules of composition. */
export const NewPassword = z
  .string()
  .max(512)
  .refine((value) => [...value].length >= 8, "At least 8 characters.")
  .refine((value) => [...value].length <= 128, "At most 128 characters.");

/** The fields of a new account. */
export const accountFields = { name: requiredLine(100), email: Email, password: NewPassword };
