import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the page, so that nothing jumps when the claims arrive. */
export default function AdjudicateLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Disagreements" }]} />
      <main id="main" aria-busy className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
        <PageHeader title="Disagreements" description={<span role="status">Loading…</span>} />
        <Skeleton className="mt-6 h-24 rounded-[10px]" />
        <Skeleton className="mt-6 h-72 rounded-[10px]" />
      </main>
    </>
  );
}
