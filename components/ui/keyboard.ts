"use client";

import { useEffect, useRef } from "react";
import { chordsOf, isSingleKey } from "./chord";
import { readStored, useStored, writeStored } from "./stored";

interface Shortcut {
  run: (event: KeyboardEvent) => void;
  /** Also while one writes in a field; only for chords that write nothing and mean nothing there ("mod+enter", "mod+k"). */
  inFields?: boolean;
}

/** Chords ("j", "?", "shift+[", "mod+k") and what they do. */
export type ShortcutMap = Record<string, Shortcut | ((event: KeyboardEvent) => void)>;

const PREFERENCE = "assay.single-keys";

/** Whether single-key shortcuts are on in this browser, and how to change it. */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  const stored = useStored(PREFERENCE);
  return [stored !== "off", (on) => writeStored(PREFERENCE, on ? null : "off")];
}

/**
 * Binds shortcuts to the page while the component is mounted. They rest while one writes in a field, while a modal dialog is
 * open, and inside menus, lists and dialogs; a handler that ran has its key press prevented.
 */
export function useShortcuts(map: ShortcutMap, { enabled = true }: { enabled?: boolean } = {}): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });

  useEffect(() => {
    if (!enabled) return;
    const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      const chord = chordsOf(event, apple).find((each) => current.current[each]);
      const bound = chord === undefined ? undefined : current.current[chord];
      if (chord === undefined || !bound) return;
      const shortcut = typeof bound === "function" ? { run: bound } : bound;
      if (isElsewhere(event.target, shortcut.inFields ?? false)) return;
      if (isSingleKey(chord) && readStored(PREFERENCE) === "off") return;
      event.preventDefault();
      shortcut.run(event);
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}

const TEXT_FIELDS =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"]), textarea, select, [contenteditable=""], [contenteditable="true"]';
const WIDGETS = '[role="menu"], [role="listbox"], [role="dialog"]:not([data-shortcuts="page"]), [role="alertdialog"]';

function isElsewhere(target: EventTarget | null, inFields: boolean): boolean {
  if (document.querySelector("[data-modal]")) return true;
  if (!(target instanceof Element)) return false;
  return target.closest(WIDGETS) !== null || (!inFields && target.closest(TEXT_FIELDS) !== null);
}
