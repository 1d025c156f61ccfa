import { ListLoading } from "@/components/desk/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the queue, so that nothing jumps when it arrives. */
export default function ModerationLoading() {
  return (
    <ListLoading title="Moderation" className="max-w-4xl gap-5">
      <Skeleton className="h-8" />
      <Skeleton className="h-64 rounded-[10px]" />
      <Skeleton className="h-64 rounded-[10px]" />
    </ListLoading>
  );
}
