"use client";

import { SaveIndicator } from "@/components/ui/save-indicator";
import { useSaveStatus } from "@/lib/ui/save-status";

/** Whether everything typed on this page, and on the one before, has arrived. */
export function PageSaveIndicator({ say }: { say: "always" | "trouble" }) {
  const { indicator, waiting, retry } = useSaveStatus();
  if (say === "trouble" && (indicator === "saved" || indicator === "saving")) return null;
  return <SaveIndicator state={indicator} unsent={waiting} onRetry={retry} />;
}
