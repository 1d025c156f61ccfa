"use client";

import { GitMerge } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

interface StaleNoticeProps {
  documentId: string;
  /** What happened. */
  children: ReactNode;
  /** The numbers of the revision that was begun on, and of the one that there is now. */
  from: number;
  to: number;
  /** The button that goes on, in its own words. */
  action: { label: string; busy: boolean; run: () => void };
  /** A further way out. */
  aside?: ReactNode;
}

/** Somebody else corrected the text in the meantime. Nothing is lost: what was written can be looked at beside it, and put on it. */
export function StaleNotice({ documentId, children, from, to, action, aside }: StaleNoticeProps) {
  return (
    <div role="alert" className="tone-mostly-false grid gap-2.5 rounded-[10px] border border-tone bg-tone-wash px-4 py-3 text-sm">
      <p className="flex items-start gap-2 font-medium">
        <GitMerge aria-hidden size={16} className="mt-0.5 shrink-0 text-warn" />
        <span>{children}</span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" variant="primary" loading={action.busy} onClick={action.run}>
          {action.label}
        </Button>
        <Button size="sm" asChild>
          <Link href={`/documents/${documentId}/compare?from=${String(from)}&to=${String(to)}`} target="_blank">
            See what changed
          </Link>
        </Button>
        {aside}
      </div>
    </div>
  );
}
