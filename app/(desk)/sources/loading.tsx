import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the library, so that nothing jumps when it arrives. */
export default function SourcesLoading() {
  return (
    <>
      <TopBar />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-5xl gap-5 px-4 py-8 sm:px-6">
        <PageHeader title="Sources" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-8" />
        <Skeleton className="h-96 rounded-[10px]" />
      </main>
    </>
  );
}
