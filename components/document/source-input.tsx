"use client";

import { FileText, Upload, X } from "lucide-react";
import { useRef } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { CONTROL, Field, useFieldControl } from "@/components/ui/field";
import { formatBytes } from "@/lib/ui/format";
import type { ChosenFile } from "./new-document";

const ACCEPT = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.tsv,text/plain,text/markdown,text/html";

interface SourceInputProps {
  text: string;
  /** True while the clipboard's formatting belongs to the text. */
  formatted: boolean;
  onText: (text: string, html: string) => void;
  file: ChosenFile | null;
  /** The name of a file that was chosen before the page was loaded anew, and whose bytes are gone. */
  lostFile: string;
  onFile: (file: File | null) => void;
  error: string | undefined;
  /** True where a whole document can be brought in, too. */
  bundles?: boolean;
}

/** Where the text comes from: pasted, or a file. */
export function SourceInput({ text, formatted, onText, file, lostFile, onFile, error, bundles = false }: SourceInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  return (
    <div className="grid gap-2">
      <input
        ref={input}
        type="file"
        accept={bundles ? `.zip,${ACCEPT}` : ACCEPT}
        className="hidden"
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
          // The same file can be chosen again, after it was changed on the disk.
          event.target.value = "";
        }}
      />
      {file ? (
        <FileCard file={file} error={error} onRemove={() => onFile(null)} />
      ) : (
        <Field label="Text" error={error}>
          <PasteArea text={text} onText={onText} />
        </Field>
      )}
      {!file && lostFile !== "" && (
        <p className="text-xs text-ink-2">
          You had chosen <bdi className="font-medium">{lostFile}</bdi>. Choose it again: files are not kept on this device.
        </p>
      )}
      {!file && formatted && (
        <p className="text-xs text-ink-2">
          Pasted with its headings, lists and links.{" "}
          <button type="button" onClick={() => onText(text, "")} className="rounded underline underline-offset-2 hover:text-ink">
            Read it as plain text
          </button>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="sm" icon={<Upload aria-hidden size={14} />} onClick={choose}>
          {file ? "Choose another file…" : "Choose a file…"}
        </Button>
        <p className="text-xs text-ink-3">
          .txt, .md or .html{bundles && ", a CLEF debate (.tsv), or a bundle (.zip)"}
          <span className="max-sm:hidden">; or drop it anywhere on this page</span>.
        </p>
      </div>
    </div>
  );
}

/** A field of fixed height: texts of two megabytes stand here, which must not be measured at every key. */
function PasteArea({ text, onText }: Pick<SourceInputProps, "text" | "onText">) {
  const control = useFieldControl();
  const pastedHtml = useRef("");
  return (
    <textarea
      {...control}
      value={text}
      rows={10}
      spellCheck={false}
      placeholder="Paste the text here"
      onPaste={(event) => {
        const { selectionStart, selectionEnd, value } = event.currentTarget;
        const whole = selectionStart === 0 && selectionEnd === value.length;
        // Formatting counts only for a text that comes as a whole; the browser does the pasting, so that it can be undone.
        pastedHtml.current = whole ? event.clipboardData.getData("text/html") : "";
      }}
      onChange={(event) => {
        onText(event.target.value, pastedHtml.current);
        pastedHtml.current = "";
      }}
      className={cx(CONTROL, "block resize-y py-2 leading-5")}
    />
  );
}

function FileCard({ file, error, onRemove }: { file: ChosenFile; error: string | undefined; onRemove: () => void }) {
  return (
    <div className="grid gap-1">
      <div className={cx("flex items-center gap-3 rounded border bg-surface px-3 py-2.5", error ? "border-danger" : "border-line-2")}>
        <FileText aria-hidden size={18} className="shrink-0 text-ink-3" />
        <p className="min-w-0 flex-1">
          <bdi className="block truncate text-sm font-medium">{file.name}</bdi>
          <span className="text-xs text-ink-3">{formatBytes(file.size)}</span>
        </p>
        <IconButton label={`Remove ${file.name}`} icon={<X aria-hidden size={16} />} onClick={onRemove} />
      </div>
      <div aria-live="polite">{error && <p className="text-xs font-medium text-danger">{error}</p>}</div>
    </div>
  );
}
