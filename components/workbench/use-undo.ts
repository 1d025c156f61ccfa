"use client";

import { useShortcuts } from "@/components/ui/keyboard";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/ui/api";
import { useCallback, useState } from "react";
import { UndoStack, type Undoable } from "./undo-stack";

/** Undo by Ctrl or ⌘ Z and by the button of the message that tells what was done. Answers how to note an action. */
export function useUndo(): (done: string | null, action: Undoable) => void {
  const [stack] = useState(() => new UndoStack());

  const undo = useCallback(
    async (action: Undoable) => {
      if (!stack.take(action)) return;
      try {
        if (await action.undo()) toast.success(action.undone);
        else stack.push(action);
      } catch (error) {
        stack.push(action);
        toast.error("That could not be undone.", error instanceof ApiError ? error.message : "Try again.");
      }
    },
    [stack],
  );
  useShortcuts({
    "mod+z": () => {
      if (stack.latest) void undo(stack.latest);
    },
  });
  return useCallback(
    (done, action) => {
      stack.push(action);
      if (done !== null) toast.undo(done, () => void undo(action));
    },
    [stack, undo],
  );
}
