import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the lists, so that nothing jumps when they arrive. */
export default function OwnModerationLoading() {
  return (
    <>
      <TopBar />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 sm:px-6">
        <PageHeader title="Reports and decisions" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-40 rounded-[10px]" />
      </main>
    </>
  );
}
