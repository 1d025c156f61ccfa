import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the form, so that nothing jumps when it arrives. */
export default function NewDocumentLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Documents", href: "/documents" }, { label: "Bring in a text" }]} />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-6xl gap-6 px-4 pt-8 sm:px-6">
        <PageHeader title="Bring in a text" description={<span role="status">Loading…</span>} />
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <Skeleton className="h-80 rounded" />
          <Skeleton className="h-96 rounded-[10px]" />
        </div>
      </main>
    </>
  );
}
