"use client";

import { useEffect, useMemo, useRef } from "react";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { importSourceOf, type SourceValues, isBundle } from "./new-document";
import { useChosenFile } from "./use-chosen-file";
import { useFileDrop } from "./use-file-drop";
import { useImportPreview } from "./use-import-preview";

/** A form with these fields, whatever else it has. */
interface SourceForm {
  values: SourceValues;
  field: {
    (name: "source" | "html" | "file"): SavedField<string>;
    (name: "speakers" | "keepBoilerplate"): SavedField<boolean>;
  };
}

/** A text that somebody brings in, pasted or as a file, and how it will be read: with the properties of the two panes that show it. Where bundles are taken, one is no text. */
export function useBroughtText(form: SourceForm, maxFileBytes: number, { bundles = false }: { bundles?: boolean } = {}) {
  const { source: text, html, speakers, keepBoilerplate, file: lostFile } = form.values;
  const field = form.field("source");
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  });
  const chosen = useChosenFile(maxFileBytes, (name) => {
    form.field("file").onChange(name);
    // Whatever was said against the source before, was said against another one: writing the same text again takes it away.
    field.onChange(latest.current);
  });
  const dropping = useFileDrop(chosen.choose);
  const source = useMemo(
    () => (bundles && chosen.file && isBundle(chosen.file) ? null : importSourceOf({ source: text, html, speakers, keepBoilerplate }, chosen.file)),
    [text, html, speakers, keepBoilerplate, bundles, chosen.file],
  );
  const { preview, reading, error, retry } = useImportPreview(source);
  return {
    /** Null while there is none. */
    source,
    preview,
    dropping,
    /** What is wrong with the chosen text, as far as the page or the server said so. */
    error: field.error ?? chosen.error,
    clear: chosen.clear,
    input: {
      text,
      formatted: html !== "",
      onText: (next: string, nextHtml: string) => {
        field.onChange(next);
        form.field("html").onChange(nextHtml);
      },
      file: chosen.file,
      lostFile,
      onFile: chosen.choose,
    },
    pane: {
      preview,
      reading,
      error,
      onRetry: retry,
      speakers,
      onSpeakers: form.field("speakers").onChange,
      keepBoilerplate,
      onKeepBoilerplate: form.field("keepBoilerplate").onChange,
    },
  };
}
