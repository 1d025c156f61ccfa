"use client";

import { FileText, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { readFile } from "@/components/document/read-file";
import { useFileDrop } from "@/components/document/use-file-drop";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { MAX_FOREIGN_BYTES } from "@/lib/domain/foreign";
import { formatBytes } from "@/lib/ui/format";
import { pastedSource, type ClaimsSource } from "./claims-source";
import type { PastedClaims } from "./use-pasted-claims";

const MOST = `${String(MAX_FOREIGN_BYTES / 1_000_000)} MB`;
const ACCEPT = ".csv,.tsv,.txt,.json,.jsonl,.jsonld,.html,.htm,text/csv,text/tab-separated-values,application/json,application/ld+json,text/html";

interface ClaimsInputProps {
  source: ClaimsSource | null;
  pasted: PastedClaims;
  busy: boolean;
  onSource: (source: ClaimsSource) => void;
  onForget: () => void;
}

/** Where the claims come from: a file, chosen or dropped anywhere on the page, or the clipboard. */
export function ClaimsInput({ source, pasted, busy, onSource, onForget }: ClaimsInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | undefined>();

  async function choose(file: File): Promise<void> {
    setError(undefined);
    if (file.size > MAX_FOREIGN_BYTES) return setError(`“${file.name}” is larger than ${MOST}. Split it, and bring in the parts one by one.`);
    try {
      const { name, size, dataBase64 } = await readFile(file);
      onSource({ name, size, body: { kind: "file", name: name.slice(-300), dataBase64 } });
    } catch {
      setError(`“${file.name}” could not be read. If it is a folder, choose a file in it.`);
    }
  }
  const dropping = useFileDrop((file) => void choose(file));

  return (
    <section aria-label="The file" className={cx("grid gap-3 rounded", dropping && "outline-2 outline-offset-8 outline-accent outline-dashed")}>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        className="hidden"
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void choose(file);
          // The same file can be chosen again, after it was changed on the disk.
          event.target.value = "";
        }}
      />
      {source ? (
        <div className="flex flex-wrap items-center gap-3 rounded-[10px] border border-line bg-surface px-4 py-3">
          <FileText aria-hidden size={18} className="shrink-0 text-ink-3" />
          <p className="min-w-0 flex-1">
            <bdi className="block truncate text-sm font-medium">{source.name}</bdi>
            <span className="text-xs text-ink-3">{formatBytes(source.size)}</span>
          </p>
          <Button size="sm" disabled={busy} onClick={() => input.current?.click()}>
            Another file…
          </Button>
          <Button size="sm" variant="ghost" disabled={busy} onClick={onForget}>
            Start over
          </Button>
        </div>
      ) : (
        <div className="grid gap-5 rounded-[10px] border border-line bg-surface p-5">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button variant="primary" icon={<Upload aria-hidden size={14} />} onClick={() => input.current?.click()}>
              Choose a file…
            </Button>
            <p className="text-xs text-ink-3">
              At most {MOST}
              <span className="max-sm:hidden">; or drop it anywhere on this page</span>.
            </p>
          </div>
          <Field label="Or paste what is in it">
            <TextArea
              rows={4}
              value={pasted.text}
              spellCheck={false}
              placeholder="quote,statement,source_url …"
              onChange={(event) => pasted.write(event.target.value)}
            />
          </Field>
          {pasted.restored && <p className="text-xs text-ink-2">What you had begun is back.</p>}
          {pasted.text.trim() !== "" && (
            <Button className="justify-self-start" onClick={() => onSource(pastedSource(pasted.text))}>
              See what it would add
            </Button>
          )}
          <Formats />
        </div>
      )}
      <div aria-live="polite">{error && <p className="text-sm font-medium text-danger">{error}</p>}</div>
    </section>
  );
}

const FORMATS = [
  ["W3C Web Annotations", "JSON-LD of this workspace or of other tools, also collections with pages"],
  ["Hypothesis", "what its API answers, or “Export annotations” as JSON"],
  ["Recogito", "its JSON, or its table of annotations"],
  ["ClaimReview", "as JSON, as the web page that holds it, in lists and feeds, from Google’s Fact Check API"],
  ["AVeriTeC and CLEF", "claims with questions as JSON; debates as TSV"],
  ["CSV", "columns such as quote, statement, speaker, said_on, tags, source_url, stance, note"],
] as const;

function Formats() {
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <h2 className="eyebrow">What can be read</h2>
      <dl className="grid gap-x-4 gap-y-1.5 text-xs sm:grid-cols-[max-content_minmax(0,1fr)]">
        {FORMATS.map(([name, what]) => (
          <div key={name} className="contents">
            <dt className="font-medium text-ink">{name}</dt>
            <dd className="text-ink-2 max-sm:mb-1">{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
