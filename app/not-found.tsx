import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="grid min-h-dvh content-center">
      <EmptyState
        as="h1"
        title="There is nothing at this address"
        action={
          <Button asChild variant="primary">
            <Link href="/">To the start</Link>
          </Button>
        }
      >
        It may have been moved or deleted, or it belongs to a workspace that you are not a member of.
      </EmptyState>
    </main>
  );
}
