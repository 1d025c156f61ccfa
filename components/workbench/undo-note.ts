"use client";

import { toast } from "@/components/ui/toast";
import { createContext } from "react";
import type { Undoable } from "./undo-stack";

/** Says what was done, unless that is null, and notes how it is undone and done again. */
export type Note = (done: string | null, action: Undoable) => void;

/** Where actions are noted. Outside of a workbench the button of the message is all there is. */
export const NoteContext = createContext<Note>((done, action) => {
  if (done !== null) toast.undo(done, () => void action.undo());
});
