"use client";

import { DataCache } from "@/components/ui/data-cache";
import { ShortcutSheet } from "@/components/ui/shortcut-sheet";
import { DeskPalette } from "./desk-palette";
import { SHORTCUTS } from "./shortcuts";

export type DeskWindow = "palette" | "keys";

interface DeskWindowsProps {
  open: DeskWindow | null;
  onOpenChange: (open: DeskWindow | null) => void;
}

/** The windows that every page of the desk can open; fetched when the page has come to rest. */
export function DeskWindows({ open, onOpenChange }: DeskWindowsProps) {
  return (
    <DataCache>
      <DeskPalette open={open === "palette"} onOpenChange={(next) => onOpenChange(next ? "palette" : null)} />
      <ShortcutSheet open={open === "keys"} onOpenChange={(next) => onOpenChange(next ? "keys" : null)} groups={SHORTCUTS} />
    </DataCache>
  );
}
