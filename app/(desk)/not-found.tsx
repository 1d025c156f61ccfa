import Link from "next/link";
import { TopBar } from "@/components/desk/top-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { HOME_PATH } from "@/lib/ui/next-path";

export default function DeskNotFound() {
  return (
    <>
      <TopBar />
      <main id="main">
        <title>Not found</title>
        <EmptyState
          as="h1"
          title="There is nothing at this address"
          className="py-20"
          action={
            <Button asChild variant="primary">
              <Link href={HOME_PATH}>To the documents</Link>
            </Button>
          }
        >
          It may have been moved or deleted, or it belongs to a workspace that you are not a member of.
        </EmptyState>
      </main>
    </>
  );
}
