import { ListLoading } from "@/components/desk/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the list, so that nothing jumps when it arrives. */
export default function DocumentsLoading() {
  return (
    <ListLoading title="Documents" className="max-w-6xl gap-5">
      <Skeleton className="h-8" />
      <ul aria-hidden className="divide-y divide-line rounded-[10px] border border-line bg-surface">
        {Array.from({ length: 6 }, (_, index) => (
          <li key={index} className="grid gap-x-8 gap-y-3 px-4 py-4 lg:grid-cols-[minmax(0,1fr)_12rem_5.5rem_6.5rem_2rem] lg:items-center">
            <span className="grid gap-2">
              <Skeleton className="h-5 w-3/5" />
              <Skeleton className="h-3 w-4/5" />
            </span>
            <Skeleton className="h-4" />
            <Skeleton className="h-6 w-14 max-lg:hidden" />
            <Skeleton className="h-3 w-20 max-lg:hidden" />
          </li>
        ))}
      </ul>
    </ListLoading>
  );
}
