import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the list, so that nothing jumps when it arrives. */
export default function RevisionsLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Revisions" }]} />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-4xl gap-6 px-4 py-8 sm:px-6">
        <PageHeader title="Revisions" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-64 rounded-[10px]" />
      </main>
    </>
  );
}
