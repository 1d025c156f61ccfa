import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the queue, so that nothing jumps when it arrives. */
export default function ModerationLoading() {
  return (
    <>
      <TopBar />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-4xl gap-5 px-4 py-8 sm:px-6">
        <PageHeader title="Moderation" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-8" />
        <Skeleton className="h-64 rounded-[10px]" />
        <Skeleton className="h-64 rounded-[10px]" />
      </main>
    </>
  );
}
