"use client";

import { lazy, Suspense, useState, type ReactNode } from "react";
import type { ModerationSubject } from "@/lib/domain/moderation";

const ReportDialog = lazy(async () => ({ default: (await import("./report-dialog")).ReportDialog }));

/** Opens the window in which something is reported; `window` stands beside what opens it. */
export function useReport(subject: ModerationSubject, id: string): { report: () => void; window: ReactNode } {
  const [open, setOpen] = useState(false);
  const window = open && (
    <Suspense>
      <ReportDialog subject={subject} id={id} onClose={() => setOpen(false)} />
    </Suspense>
  );
  return { report: () => setOpen(true), window };
}
