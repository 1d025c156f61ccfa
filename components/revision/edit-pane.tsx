"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { useCommands } from "@/components/desk/use-commands";
import type { Layer } from "@/components/reader/layers";
import { Button, IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { toast } from "@/components/ui/toast";
import type { BlockInput } from "@/lib/domain/revision";
import type { DocumentView } from "@/lib/domain/views";
import { DraftNote } from "./draft-note";
import { blockInputs } from "./edited-block";
import { PageFoot } from "./page-foot";
import { TextEditor } from "./text-editor";
import { UnplacedChanges } from "./unplaced-changes";
import type { Correction } from "./use-correction";

interface EditPaneProps {
  document: Pick<DocumentView, "language" | "title">;
  correction: Correction;
  /** Claims on each block of the base, counted from the block's start. */
  layers: readonly (readonly Layer[])[];
  onReview: (blocks: BlockInput[]) => void;
  head: ReactNode;
  /** Begins where the keyboard was last, as after looking over the changes. */
  resumes: boolean;
}

/** The text, to be corrected block by block, and whether what was done to it is kept. */
export function EditPane({ document, correction, layers, onReview, head, resumes }: EditPaneProps) {
  const { base, state, act, changes, draft, restored, unplaced, discard, dismiss } = correction;
  const changed = changes > 0;

  function review(): void {
    const blocks = blockInputs(state.blocks);
    if (!changed) toast.error("Nothing was changed", "Click on a paragraph, or press Enter on it, and correct it.");
    else if (blocks.length === 0) toast.error("The text is empty", "A document keeps at least one paragraph.");
    else onReview(blocks);
  }
  const discardAll = () => toast.undo("Your changes are discarded.", discard());
  const undo = () => act({ type: "undo" });
  const redo = () => act({ type: "redo" });
  useShortcuts({ "mod+z": undo, "mod+shift+z": redo, "mod+y": redo, "mod+enter": { run: review, inFields: true } });
  useCommands("This text", [
    { id: "text.review", label: "See what saving will do", shortcut: "mod+enter", run: review },
    { id: "text.discard", label: "Discard my changes to the text", run: discardAll },
  ]);

  const text = useMemo(
    () => <TextEditor state={state} act={act} base={base.blocks} layers={layers} language={document.language} title={document.title} resumes={resumes} />,
    [state, act, base.blocks, layers, document.language, document.title, resumes],
  );
  return (
    <>
      <main id="main" className="reader min-h-0 flex-1">
        <div className="reader-scroller">
          <div className="reader-column">
            <div className="mb-8 grid gap-4 font-ui text-sm">
              {head}
              <UnplacedChanges unplaced={unplaced} onDone={dismiss} />
            </div>
            {text}
          </div>
        </div>
      </main>
      <PageFoot
        note={<DraftNote status={draft} changes={changes} restored={restored} />}
        actions={
          <>
            <IconButton label="Undo" icon={<Undo2 aria-hidden size={16} />} disabled={state.past.length === 0} onClick={undo} />
            <IconButton label="Redo" icon={<Redo2 aria-hidden size={16} />} disabled={state.future.length === 0} onClick={redo} />
            {(changed || unplaced.length > 0) && (
              <Button variant="ghost" onClick={discardAll}>
                Discard
              </Button>
            )}
            <Button variant={changed ? "primary" : "default"} onClick={review}>
              See what will happen <Kbd keys="mod+enter" plain />
            </Button>
          </>
        }
      />
    </>
  );
}
