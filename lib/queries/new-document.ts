import { MAX_FILE_BYTES } from "@/lib/commands/import-source";
import type { Actor } from "@/lib/domain/role";
import type { ScaleView } from "@/lib/domain/views";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { scaleViews } from "./scale";

export interface NewDocumentView {
  /** The default first. */
  scales: ScaleView[];
  maxFileBytes: number;
}

/** What the page that brings a text in needs. Throws `forbidden`. */
export async function newDocumentView(actor: Actor): Promise<NewDocumentView> {
  authorize(documentPolicy, actor, "create");
  return { scales: await scaleViews(actor), maxFileBytes: MAX_FILE_BYTES };
}
