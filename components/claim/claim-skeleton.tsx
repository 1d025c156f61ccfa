import { Skeleton, SkeletonText } from "@/components/ui/skeleton";

/** The shape of a claim, so that nothing jumps when it arrives. */
export function ClaimSkeleton() {
  return (
    <div role="status" className="grid min-h-0 gap-4 overflow-hidden px-5 pt-14">
      <span className="sr-only">The claim is loading.</span>
      <Skeleton className="h-6 w-32 rounded-full" />
      <Skeleton className="h-12" />
      <Skeleton className="h-6 w-4/5" />
      <Skeleton className="mt-2 h-24 rounded-[10px]" />
      <Skeleton className="h-20 rounded-[10px]" />
      <SkeletonText lines={3} />
    </div>
  );
}
