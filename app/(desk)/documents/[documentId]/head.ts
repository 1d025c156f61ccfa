import { cache } from "react";
import { workbenchHead } from "@/lib/queries/document";

/** The same for all parts of one page, which asks once. */
export const documentHead = cache(workbenchHead);
