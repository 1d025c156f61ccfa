import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the form and of the list, so that nothing jumps when they arrive. */
export default function AssignLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Assign claims" }]} />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-5xl gap-8 px-4 py-8 sm:px-6">
        <PageHeader title="Assign claims" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-56 rounded-[10px]" />
        <Skeleton className="h-72 rounded-[10px]" />
      </main>
    </>
  );
}
