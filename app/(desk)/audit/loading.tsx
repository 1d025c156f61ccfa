import { ListLoading } from "@/components/desk/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the log, so that nothing jumps when it arrives. */
export default function AuditLoading() {
  return (
    <ListLoading title="Audit log" className="max-w-4xl gap-5">
      <Skeleton className="h-14 rounded-[10px]" />
      <Skeleton className="h-14" />
      <Skeleton className="h-96 rounded-[10px]" />
    </ListLoading>
  );
}
