"use client";

import { useRef } from "react";
import { focusTrail, lastThere } from "./focus-trail";

/** For a window that nothing beside it opens: the focus goes back to where it was, or to what opened the menu that it came from. */
export function useFocusReturn() {
  const before = useRef<readonly HTMLElement[]>([]);
  return {
    onOpenAutoFocus: () => {
      before.current = focusTrail();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      // What takes the focus by itself as it appears leaves no moment to look back at; then what is in the window is gone by now.
      const back = lastThere(before.current) ?? lastThere(focusTrail());
      // Whoever has taken the focus meanwhile, such as the next window, keeps it.
      if (back && (document.activeElement ?? document.body).contains(back)) back.focus();
    },
  };
}
