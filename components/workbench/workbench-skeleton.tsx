import { Skeleton, SkeletonText } from "@/components/ui/skeleton";

/** The shape of the workbench, so that nothing jumps when it arrives. */
export function WorkbenchSkeleton() {
  return (
    <div role="status" className="flex h-[calc(100dvh-var(--banner))] flex-col">
      <span className="sr-only">The document is loading.</span>
      <div className="h-13 shrink-0 border-b border-line bg-surface" />
      <div className="flex min-h-0 flex-1">
        <div className="w-62 shrink-0 border-e border-line max-lg:hidden" />
        <div className="mx-auto w-full max-w-166 px-5 pt-12">
          <Skeleton className="h-10 w-4/5" />
          <Skeleton className="mt-4 mb-10 h-4 w-1/2" />
          <SkeletonText lines={8} />
        </div>
        <div className="w-108 shrink-0 border-s border-line bg-surface max-lg:hidden" />
      </div>
    </div>
  );
}
