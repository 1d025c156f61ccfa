import { TopBar } from "@/components/desk/top-bar";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";

/** The shape of the text, so that nothing jumps when it arrives. */
export default function MarksLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Mark for yourself" }]} />
      <main id="main" aria-busy className="mx-auto w-full max-w-166 px-5 pt-24">
        <p role="status" className="sr-only">
          The text is loading.
        </p>
        <Skeleton className="h-10 w-4/5" />
        <SkeletonText lines={8} />
      </main>
    </>
  );
}
