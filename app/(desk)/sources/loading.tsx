import { ListLoading } from "@/components/desk/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the library, so that nothing jumps when it arrives. */
export default function SourcesLoading() {
  return (
    <ListLoading title="Sources" className="max-w-5xl gap-5">
      <Skeleton className="h-8" />
      <Skeleton className="h-96 rounded-[10px]" />
    </ListLoading>
  );
}
