"use client";

import { CircleAlert, FilePenLine } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import type { Standing } from "./live-document";

/* What is said below the text. One file, because each that is fetched later has a line in what comes first. */

interface NewerTextNoticeProps {
  documentId: string;
  /** The numbers of the revision that is shown, and of the newest one. */
  shown: number;
  newer: number;
  onShow: () => void;
}

/** Says that somebody corrected the text. The one that is being read stays until it is asked for. */
export function NewerTextNotice({ documentId, shown, newer, onShow }: NewerTextNoticeProps) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-accent-wash px-4 py-2 text-sm print:hidden">
      <p className="flex min-w-0 flex-1 basis-56 items-center gap-2">
        <FilePenLine aria-hidden size={16} className="shrink-0 text-accent" />
        <span>
          The text was corrected (revision {newer}). You still see revision {shown}.
        </span>
      </p>
      <div className="flex gap-2">
        <Button asChild size="sm" variant="ghost">
          <Link href={`/documents/${documentId}/compare?from=${String(shown)}&to=${String(newer)}`} target="_blank">
            See what changed
          </Link>
        </Button>
        <Button size="sm" variant="primary" onClick={onShow}>
          Show the new text
        </Button>
      </div>
    </div>
  );
}

/** Says that what one does here has no place any more: the document was deleted, or the session has ended. */
export function StandingNotice({ standing }: { standing: Extract<Standing, "ended" | "over"> }) {
  const ended = standing === "ended";
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-accent-wash px-4 py-2 text-sm print:hidden">
      <p className="flex min-w-0 flex-1 basis-56 items-center gap-2">
        <CircleAlert aria-hidden size={16} className="shrink-0 text-warn" />
        <span>
          {ended
            ? "This document was deleted. It can still be restored from the trash."
            : "You are not signed in any more. What you wrote and did not send stays on this device."}
        </span>
      </p>
      {ended ? (
        <Button asChild size="sm">
          <Link href={HOME_PATH}>Documents</Link>
        </Button>
      ) : (
        <Button size="sm" variant="primary" onClick={signInAgain}>
          Sign in again
        </Button>
      )}
    </div>
  );
}

/** Back to this page afterwards. */
function signInAgain(): void {
  const { pathname, search } = window.location;
  void leaveFor(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
