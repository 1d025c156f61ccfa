"use client";

import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

interface ClaimFootProps {
  onSkip: (() => void) | undefined;
  /** What Ctrl or ⌘ with Enter does. */
  primary: { label: string; busy: boolean; ready: boolean; run: () => void } | null;
}

/** The two things one does most, always in reach. */
export function ClaimFoot({ onSkip, primary }: ClaimFootProps) {
  if (!onSkip && !primary) return null;
  return (
    <footer className="flex shrink-0 items-center gap-2 border-t border-line bg-surface px-5 py-2.5 print:hidden">
      {onSkip && (
        <Button variant="ghost" onClick={onSkip} className="-ms-3">
          Skip <Kbd keys="s" />
        </Button>
      )}
      <span className="flex-1" />
      {primary && (
        <Button variant={primary.ready ? "primary" : "default"} loading={primary.busy} onClick={primary.run}>
          {primary.label} <Kbd keys="mod+enter" plain />
        </Button>
      )}
    </footer>
  );
}
