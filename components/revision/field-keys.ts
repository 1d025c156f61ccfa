import type { Span } from "@/lib/domain/text";
import type { EditedBlock } from "./edited-block";
import type { EditorAction } from "./editor-state";

interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * What a key means in the field of a block; null when it is the browser's. "leave" is for the arrows up and down, which leave the
 * field when the caret cannot go further.
 */
export function fieldKey(press: KeyPress, { id, type, text }: EditedBlock, { start, end }: Span): EditorAction | "leave" | null {
  const { key, shiftKey, altKey } = press;
  const mod = press.ctrlKey || press.metaKey;
  if (mod && !altKey && key.toLowerCase() === "z") return { type: shiftKey ? "redo" : "undo" };
  if (mod && !altKey && !shiftKey && key.toLowerCase() === "y") return { type: "redo" };
  if (mod || altKey) return null;
  const atCaret = start === end;
  switch (key) {
    case "Escape":
      return { type: "close", id };
    case "Enter":
      // Lines belong together in preformatted text; a blank one takes them apart.
      return shiftKey || type === "preformatted" ? null : { type: "split", id, start, end };
    case "Backspace":
      return atCaret && start === 0 && !shiftKey ? { type: "join", id, with: "before" } : null;
    case "Delete":
      return atCaret && end === text.length && !shiftKey ? { type: "join", id, with: "after" } : null;
    case "ArrowUp":
    case "ArrowDown":
      return atCaret && !shiftKey ? "leave" : null;
    default:
      return null;
  }
}
