import { TopBar } from "@/components/desk/top-bar";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";

/** The shape of the text under correction, so that nothing jumps when it arrives. */
export default function TextLoading() {
  return (
    <>
      <TopBar crumbs={[{ label: "Correct the text" }]} />
      <main id="main" aria-busy className="mx-auto w-full max-w-166 px-5 pt-12">
        <p role="status" className="sr-only">
          The text is loading.
        </p>
        <h1 className="font-text text-2xl/8 font-semibold tracking-[-0.01em]">Correct the text</h1>
        <Skeleton className="mt-4 mb-10 h-8 max-w-md" />
        <SkeletonText lines={8} />
      </main>
    </>
  );
}
