import { ListLoading } from "@/components/desk/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the lists, so that nothing jumps when they arrive. */
export default function WorkLoading() {
  return (
    <ListLoading title="My work" className="max-w-4xl gap-8">
      <Skeleton className="h-40 rounded-[10px]" />
    </ListLoading>
  );
}
