import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { PageHeader } from "@/components/ui/page-header";
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

interface ListLoadingProps {
  title: string;
  /** How wide the page is, and how far its parts are apart. */
  className: string;
  children: ReactNode;
}

/** The same for a page with a list, whose parts are given. */
export function ListLoading({ title, className, children }: ListLoadingProps) {
  return (
    <>
      <TopBar />
      <main id="main" aria-busy className={cx("mx-auto grid w-full px-4 py-8 sm:px-6", className)}>
        <PageHeader title={title} description={<span role="status">Loading…</span>} />
        {children}
      </main>
    </>
  );
}
