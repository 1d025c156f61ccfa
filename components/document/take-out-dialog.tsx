"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DataCache } from "@/components/ui/data-cache";
import { Dialog } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RadioGroup } from "@/components/ui/radio";
import { useStored, writeStored } from "@/components/ui/stored";
import { toast } from "@/components/ui/toast";
import { CLAIM_STATES, STATE_NAMES, type ClaimState } from "@/lib/domain/claim";
import { takesLong } from "@/lib/domain/export-job";
import { isShownToReaders } from "@/lib/domain/publication";
import { scaleLosses, type Destination } from "@/lib/domain/scale-losses";
import type { ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { ApiError } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { fetchFile, saveFile } from "@/lib/ui/save-file";
import { useId, useState } from "react";
import { ExportList } from "./export-list";
import { useExports } from "./use-exports";
import { useSlow } from "./use-slow";

export interface TakeOutFormat {
  key: string;
  name: string;
  description: string;
  /** Set by a program of its own, which takes its time with long documents. */
  heavy: boolean;
}

interface TakeOutDialogProps {
  document: DocumentView;
  claims: readonly ClaimSummaryView[];
  formats: readonly TakeOutFormat[];
  onClose: () => void;
}

type Audience = "reader" | "desk";

/** Where this browser remembers the format that was taken last. */
const LAST_FORMAT = "assay.take-out-format";

/** Takes the annotated document out as a file: for whom, what is in it, in which format. */
export function TakeOutDialog(props: TakeOutDialogProps) {
  return (
    <DataCache>
      <TakeOut {...props} />
    </DataCache>
  );
}

function nullIfTooLarge(error: unknown): null {
  if (error instanceof ApiError && error.code === "too_large") return null;
  throw error;
}

const DESTINATIONS: Partial<Record<string, Destination>> = { claimreview: "claimReview", averitec: "averitec", clef: "clef", scifact: "scifact" };

/** What verdicts lose in the format; nothing is said where the desk has chosen nothing, and each label goes out as it is. */
function lossesIn(format: string, labels: DocumentView["scale"]["labels"]): string[] {
  const destination = DESTINATIONS[format];
  const chosen = destination !== undefined && labels.some(({ outgoing }) => outgoing?.[destination] !== undefined);
  return chosen ? scaleLosses(labels, destination) : [];
}

function TakeOut({ document, claims, formats, onClose }: TakeOutDialogProps) {
  const { can } = document;
  const last = useStored(LAST_FORMAT);
  const [chosen, setFormat] = useState<string | null>(null);
  const format = [chosen, last].find((key) => formats.some((each) => each.key === key)) ?? formats[0]?.key ?? "html";
  const [audience, setAudience] = useState<Audience>("reader");
  const [left, setLeft] = useState<readonly ClaimState[]>([]);
  const [assessments, setAssessments] = useState(false);
  const [confidential, setConfidential] = useState(false);
  const [bom, setBom] = useState(true);
  const [snapshots, setSnapshots] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const present = CLAIM_STATES.filter((state) => claims.some((claim) => claim.state === state));
  const states = present.filter((state) => (audience === "desk" ? !left.includes(state) : isShownToReaders(state)));
  const included = claims.filter((claim) => states.includes(claim.state)).length;
  const desk = audience === "desk";
  const slow = useSlow(busy);
  const empty = desk && present.length > 0 && states.length === 0;

  const exports = useExports(document.id);
  const long = takesLong({
    heavy: formats.find(({ key }) => key === format)?.heavy ?? false,
    claims: included,
    words: document.revision.wordCount,
  });

  async function takeOut(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const options = {
      ...{ format, audience, ...(desk ? { states: states.join(","), assessments, confidential } : {}) },
      ...{ ...(format === "csv" ? { bom } : {}), ...(format === "bundle" ? { snapshots } : {}) },
    };
    const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)]));
    try {
      writeStored(LAST_FORMAT, format);
      if (long) return await exports.start(options);
      const file = await fetchFile(`/documents/${document.id}/export?${query.toString()}`).catch(nullIfTooLarge);
      // Others have added to it since this page was read.
      if (file === null) return await exports.start(options);
      saveFile(file);
      toast.success("Taken out", `${countOf(included, "claim")} in the file.`);
      onClose();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : "The file could not be made. Try again.");
    } finally {
      setBusy(false);
    }
  }

  const lost = lossesIn(format, document.scale.labels);

  const footer = (
    <>
      <div className="me-auto grid min-w-0 flex-1 gap-1">
        <p className="text-xs text-ink-2" aria-live="polite">
          {empty
            ? "Choose at least one state."
            : included === 0
              ? "No claim is decided yet: the file holds only the text."
              : `${included} of ${countOf(claims.length, "claim")}`}
        </p>
        {slow && <ProgressBar label="Making the file" value={null} className="max-w-48" />}
      </div>
      <Button onClick={onClose}>Close</Button>
      <Button variant="primary" loading={busy} disabled={empty} onClick={() => void takeOut()}>
        {long ? "Make the file" : "Download"}
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Take out" description={<bdi>{document.title}</bdi>} footer={footer}>
      <div className="grid gap-5">
        <Choice title="Format">
          <RadioGroup
            label="Format"
            value={format}
            onChange={setFormat}
            options={formats.map(({ key, name }) => ({ value: key, label: name }))}
            className="grid-cols-2 gap-x-5 sm:grid-cols-3"
          />
          <p aria-live="polite" className="text-xs text-ink-2">
            {formats.find(({ key }) => key === format)?.description}
          </p>
        </Choice>
        {lost.length > 0 && (
          <div role="note" className="grid gap-1 rounded bg-accent-wash px-3 py-2 text-sm">
            {lost.map((loss) => (
              <p key={loss}>{loss}</p>
            ))}
          </div>
        )}
        {can.exportDesk && (
          <Choice title="For whom">
            <RadioGroup
              label="For whom"
              value={audience}
              onChange={setAudience}
              options={[
                {
                  value: "reader",
                  label: "Readers",
                  hint: "Decided claims with their rulings and sources, and which checks were voided. Nothing that is the desk’s own.",
                },
                { value: "desk", label: "The desk", hint: "Claims in any state, with notes and skipped ones. Not for publication." },
              ]}
            />
          </Choice>
        )}
        {desk && (
          <>
            <Choice title="Claims">
              <div className="grid grid-cols-2 gap-x-5 gap-y-2 sm:grid-cols-3">
                {present.map((state) => (
                  <Checkbox
                    key={state}
                    label={
                      <>
                        {STATE_NAMES[state]} <span className="text-ink-3 tabular-nums">{claims.filter((claim) => claim.state === state).length}</span>
                      </>
                    }
                    checked={!left.includes(state)}
                    onChange={() => setLeft(left.includes(state) ? left.filter((each) => each !== state) : [...left, state])}
                  />
                ))}
              </div>
            </Choice>
            <Choice title="What goes with them">
              <Checkbox
                label="Reviewers’ assessments"
                hint="Who judged how, and why."
                checked={assessments}
                onChange={(event) => setAssessments(event.target.checked)}
              />
              {can.exportConfidential && (
                <Checkbox
                  label="Confidential evidence"
                  hint="The file then names confidential sources. Keep it inside the desk."
                  checked={confidential}
                  onChange={(event) => setConfidential(event.target.checked)}
                />
              )}
            </Choice>
          </>
        )}
        {format === "csv" && (
          <Checkbox
            label="For spreadsheet programs"
            hint="Begins with a byte order mark, so that accents and scripts come through."
            checked={bom}
            onChange={(event) => setBom(event.target.checked)}
          />
        )}
        {format === "bundle" && (
          <Checkbox
            label="With snapshots"
            hint="What the sources said when they were read. They may be large, and others may hold rights in them."
            checked={snapshots}
            onChange={(event) => setSnapshots(event.target.checked)}
          />
        )}
        {long && <p className="text-sm text-ink-2">This document is long: the file is made while you go on, and waits here for twelve hours.</p>}
        <ExportList exports={exports} />
        {problem && (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Choice({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <section role="group" aria-labelledby={id} className="grid gap-2.5">
      <h3 id={id} className="eyebrow">
        {title}
      </h3>
      {children}
    </section>
  );
}
