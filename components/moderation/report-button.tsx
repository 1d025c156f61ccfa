"use client";

import { Flag } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import type { ModerationSubject } from "@/lib/domain/moderation";
import { useReport } from "./use-report";

/** Opens the window in which something of a list is reported. */
export function ReportButton({ subject, id, name }: { subject: ModerationSubject; id: string; name: string }) {
  const { report, window } = useReport(subject, id);
  return (
    <>
      <IconButton disabled={report === null} label={`Report ${name}…`} icon={<Flag aria-hidden size={14} />} size="sm" onClick={report ?? undefined} />
      {window}
    </>
  );
}
