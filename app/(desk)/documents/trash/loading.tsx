import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the list, so that nothing jumps when it arrives. */
export default function TrashLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Documents", href: "/documents" }, { label: "Trash" }]} />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-4xl gap-5 px-4 py-8 sm:px-6">
        <PageHeader title="Trash" description={<span role="status">Loading…</span>} />
        <Skeleton className="h-32 rounded-[10px]" />
      </main>
    </>
  );
}
