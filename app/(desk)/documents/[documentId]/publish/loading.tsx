import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the page, so that nothing jumps when they arrive. */
export default function PublishLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Publish" }]} />
      <main id="main" aria-busy className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <div className="pb-8">
          <PageHeader title="Publish" description={<span role="status">Loading…</span>} />
        </div>
        <div className="grid gap-x-10 gap-y-4 border-t border-line py-8 md:grid-cols-[15rem_1fr]">
          <Skeleton className="h-6 w-24" />
          <Skeleton className="h-80" />
        </div>
      </main>
    </>
  );
}
