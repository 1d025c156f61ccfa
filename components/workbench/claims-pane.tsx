"use client";

import type { Heading } from "@/components/reader/outline";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";
import { Suspense } from "react";
import type { ClaimsOverviewProps } from "./claims-overview";
import { ClaimsOverview, PaneFoot } from "./later";

interface ClaimsPaneProps extends ClaimsOverviewProps {
  /** False while the claims are still on their way. */
  complete: boolean;
  sections: readonly Heading[];
  section: Heading | null;
  onGoTo: (heading: Heading) => void;
}

/** Beside the text: the claims, and the outline, which stays in sight however many claims there are. */
export function ClaimsPane({ complete, sections, section, onGoTo, ...overview }: ClaimsPaneProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-3 py-4">
        {complete ? (
          <Suspense fallback={<ClaimsSkeleton />}>
            <ClaimsOverview {...overview} />
          </Suspense>
        ) : (
          <ClaimsSkeleton />
        )}
      </div>
      <Suspense fallback={<p className="min-h-8.5" />}>
        <PaneFoot headings={sections} current={section} onGoTo={onGoTo} />
      </Suspense>
    </div>
  );
}

/** The shape of the counts and of the first claims. */
function ClaimsSkeleton() {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">The claims are loading.</span>
      <SkeletonText lines={6} />
      <Skeleton className="h-8" />
      <SkeletonText lines={6} />
    </div>
  );
}
