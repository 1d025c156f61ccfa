"use client";

import { FilePenLine } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";

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
