"use client";

import { useSyncExternalStore } from "react";
import { SYSTEM_DARK, THEME_KEY } from "@/lib/ui/theme";
import { useStored, writeStored } from "./stored";

type Theme = "system" | "light" | "dark";

interface ChosenTheme {
  theme: Theme;
  /** Whether the page is dark now; false on the server, which cannot know. */
  dark: boolean;
  setTheme: (theme: Theme) => void;
}

function subscribe(listener: () => void): () => void {
  const system = window.matchMedia(SYSTEM_DARK);
  system.addEventListener("change", listener);
  return () => system.removeEventListener("change", listener);
}

/** The theme that this browser remembers, and how to choose another one. */
export function useTheme(): ChosenTheme {
  const stored = useStored(THEME_KEY);
  const theme = stored === "light" || stored === "dark" ? stored : "system";
  const systemDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(SYSTEM_DARK).matches,
    () => false,
  );
  return { theme, dark: theme === "system" ? systemDark : theme === "dark", setTheme };
}

/** Other tabs hear of it from the browser; the script at the head of this page is told the same way. */
function setTheme(theme: Theme): void {
  writeStored(THEME_KEY, theme);
  window.dispatchEvent(new StorageEvent("storage", { key: THEME_KEY, newValue: theme }));
}
