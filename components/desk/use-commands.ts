"use client";

import { useEffect, useId } from "react";
import type { PaletteItem } from "@/components/ui/command-palette";
import { useDesk } from "./desk-context";

/** Offers commands in the palette while the component is mounted. Ids must differ over the whole page. */
export function useCommands(heading: string, items: readonly PaletteItem[]): void {
  const { commands } = useDesk();
  const owner = useId();

  // Without dependencies, because `run` must see what the component saw last. Only the palette listens.
  useEffect(() => commands.offer(owner, { heading, items }));
  useEffect(() => () => commands.withdraw(owner), [commands, owner]);
}
