import { TopBar } from "@/components/desk/top-bar";
import { SkeletonText } from "@/components/ui/skeleton";

/** The shape of the two texts, so that nothing jumps when they arrive. */
export default function CompareLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Revisions" }, { label: "Compare" }]} />
      <main id="main" aria-busy className="mx-auto grid w-full max-w-7xl gap-x-16 gap-y-8 px-10 py-24 lg:grid-cols-2">
        <p role="status" className="sr-only">
          The texts are being compared.
        </p>
        <SkeletonText lines={8} />
        <SkeletonText lines={8} className="max-lg:hidden" />
      </main>
    </>
  );
}
