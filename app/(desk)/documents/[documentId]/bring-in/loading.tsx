import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the source, so that nothing jumps when it arrives. */
export default function BringInLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Bring in claims" }]} />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-8 sm:px-6">
        <PageHeader title="Bring in claims" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-64 rounded-[10px]" />
      </main>
    </>
  );
}
