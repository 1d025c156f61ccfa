"use client";

import { useShortcuts } from "@/components/ui/keyboard";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/ui/api";
import { useCallback, useState } from "react";
import { UndoStack, type Outcome, type Undoable } from "./undo-stack";

/** Undo and redo by Ctrl or ⌘ with Z, and by the button of the message that tells what was done. Answers how to note an action. */
export function useUndo(): (done: string | null, action: Undoable) => void {
  const [stack] = useState(() => new UndoStack());
  const redo = () => void stack.redo().then((outcome) => tell(outcome, "That could not be done again."));
  useShortcuts({
    "mod+z": () => void stack.undo().then(tellUndone),
    "mod+shift+z": redo,
    "mod+y": redo,
  });
  return useCallback(
    (done, action) => {
      stack.push(action);
      if (done !== null) toast.undo(done, () => void stack.undo(action).then(tellUndone));
    },
    [stack],
  );
}

const tellUndone = (outcome: Outcome) => tell(outcome, "That could not be undone.");

function tell(outcome: Outcome, failed: string): void {
  if (outcome.kind === "done") toast.success(outcome.said);
  else if (outcome.kind === "failed") toast.error(failed, outcome.error instanceof ApiError ? outcome.error.message : "Try again.");
}
