"use client";

import { FileText } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SaveIndicator } from "@/components/ui/save-indicator";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { Specimen } from "../specimen";
import type { Words } from "../words";

export function Feedback({ words }: { words: Words }) {
  return (
    <Specimen title={words.headings.feedback}>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <SaveIndicator state="saved" />
        <SaveIndicator state="saving" />
        <SaveIndicator state="failed" onRetry={() => undefined} />
        <SaveIndicator state="offline" />
        <SaveIndicator state="offline" unsent={3} />
        <SaveIndicator state="conflict" />
      </div>
      <div className="flex items-center gap-3">
        <Spinner label={words.headings.feedback} />
        <ProgressBar label={words.submit} value={0.4} className="flex-1" />
        <ProgressBar label={words.submit} value={null} className="flex-1" />
      </div>
      <div className="flex gap-3">
        <Skeleton className="size-10 rounded-full" />
        <SkeletonText lines={3} className="flex-1" />
      </div>
      <div className="rounded-[10px] border border-line bg-surface">
        <EmptyState title={words.empty} icon={<FileText size={18} />} action={<Button variant="primary">{words.submit}</Button>}>
          {words.emptyHint}
        </EmptyState>
      </div>
      <div className="rounded-[10px] border border-line bg-surface">
        <ErrorState title={words.failed} action={<Button>{words.retry}</Button>} reference="k3v9-2f">
          {words.failedHint}
        </ErrorState>
      </div>
    </Specimen>
  );
}
