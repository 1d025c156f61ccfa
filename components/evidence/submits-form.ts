import type { KeyboardEvent } from "react";

/** Ctrl or ⌘ with Enter does what the form's button does. */
export function submitsForm(submit: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
}
