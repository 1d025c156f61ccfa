import { Skeleton } from "@/components/ui/skeleton";
import { TopBar } from "./top-bar";

/** The shape of a page of the desk, so that nothing jumps when it arrives. */
export function PageLoading() {
  return (
    <>
      <TopBar />
      <main id="main" aria-busy className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <p role="status" className="sr-only">
          Loading
        </p>
        <Skeleton className="h-8 w-56" />
        <Skeleton className="mt-6 h-64 rounded-[10px]" />
      </main>
    </>
  );
}
