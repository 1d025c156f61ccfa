import { z } from "zod";
import { countWords } from "@/lib/domain/text";
import { suggestsSpeakers } from "@/lib/importers/speakers";
import { authorize } from "@/lib/policies/authorize";
import { documentPolicy } from "@/lib/policies/document";
import { query } from "./command";
import { ImportSource, MAX_IMPORT_BODY_BYTES, readImport } from "./import-source";

export const PreviewImport = z.object({ source: ImportSource });

/** The blocks and facts found in a source, and whether it looks like a transcript; writes nothing. */
export const previewImport = query(
  PreviewImport,
  { summary: "See what would be brought in, without keeping it.", maxBytes: MAX_IMPORT_BODY_BYTES },
  async (actor, input) => {
    authorize(documentPolicy, actor, "create");
    const imported = await readImport(input.source);
    const wordCount = countWords(imported.text, imported.meta.language);
    return { ...imported, wordCount, suggestsSpeakers: suggestsSpeakers(imported.text) };
  },
);
