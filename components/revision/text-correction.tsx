"use client";

import { useMemo, useState } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { TopBar } from "@/components/desk/top-bar";
import { readerClaims } from "@/components/workbench/reader-claims";
import type { DocumentAnswer } from "@/components/workbench/document-store";
import type { Layer } from "@/components/reader/layers";
import { blockLayers } from "./block-layers";
import { CorrectionHead, type Mode } from "./correction-head";
import { EditPane } from "./edit-pane";
import { ReplacePane } from "./replace-pane";
import { RevisionReview } from "./revision-review";
import { useCorrection } from "./use-correction";
import { useNewerBase } from "./use-newer-base";
import { useRevisionRequest, type RevisionBody } from "./use-revision-request";
import { useSavedRevision } from "./use-saved-revision";

interface TextCorrectionProps extends DocumentAnswer {
  /** Bytes. */
  maxFileBytes: number;
}

const NO_LAYERS: readonly (readonly Layer[])[] = [];

/** The text under correction: changed block by block or replaced as a whole, looked over, and saved as the next revision. */
export function TextCorrection({ document, claims, maxFileBytes }: TextCorrectionProps) {
  const { revision, scale } = document;
  const { person } = useDesk();
  const [mode, setMode] = useState<Mode>("edit");
  /** What is looked over before it is saved. */
  const [body, setBody] = useState<RevisionBody | null>(null);
  const [lookedOver, setLookedOver] = useState(false);
  const [saved, setSaved] = useState(0);
  const correction = useCorrection(document.id, person.id, revision);
  const newer = useNewerBase(document.id, revision, correction);
  const layers = useMemo(() => blockLayers(revision.blocks, readerClaims(claims, scale)), [revision.blocks, claims, scale]);
  const showSaved = useSavedRevision();

  const request = useRevisionRequest({
    documentId: document.id,
    base: newer.base.number,
    body,
    note: correction.note,
    onSaved: (answer) => {
      if (mode === "edit") correction.discard();
      else setSaved(saved + 1);
      showSaved(answer);
    },
    onConflict: (current) => {
      setBody(null);
      newer.hearOf(current);
    },
  });

  const head = <CorrectionHead documentId={document.id} mode={mode} onMode={setMode} correction={correction} newer={newer} />;
  return (
    <div className="flex h-[calc(100dvh-var(--banner))] flex-col">
      <TopBar crumbs={[{ label: document.title, href: `/documents/${document.id}` }, { label: "Correct the text" }]} />
      {body && <RevisionReview base={newer.base} request={request} note={correction.note} onNote={correction.setNote} onBack={() => setBody(null)} />}
      {!body && mode === "edit" && (
        <EditPane
          document={document}
          correction={correction}
          layers={newer.base === revision ? layers : NO_LAYERS}
          onReview={(blocks) => {
            setBody({ blocks });
            setLookedOver(true);
          }}
          head={head}
          resumes={lookedOver && newer.newer === null}
        />
      )}
      {mode === "replace" && (
        <ReplacePane
          hidden={body !== null}
          documentId={document.id}
          personId={person.id}
          language={document.language}
          maxFileBytes={maxFileBytes}
          onReview={(source) => setBody({ source })}
          saved={saved}
          head={head}
        />
      )}
    </div>
  );
}
