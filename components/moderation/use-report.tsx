"use client";

import { Suspense, use, useState, type ReactNode } from "react";
import { DeskContext } from "@/components/desk/desk-context";
import { part } from "@/components/ui/part";
import type { ModerationSubject } from "@/lib/domain/moderation";

const ReportDialog = part(
  () => import("./report-dialog"),
  (each) => each.ReportDialog,
);

/** Opens the window in which something is reported, nothing where it is one's own; `window` stands beside what opens it. */
export function useReport(subject: ModerationSubject, id: string, authorId?: string): { report: (() => void) | null; window: ReactNode } {
  const own = use(DeskContext)?.person.id === authorId;
  const [open, setOpen] = useState(false);
  const window = open && (
    <Suspense>
      <ReportDialog subject={subject} id={id} onClose={() => setOpen(false)} />
    </Suspense>
  );
  return { report: own ? null : () => setOpen(true), window };
}
