import { Lock } from "lucide-react";
import Link from "next/link";
import { TopBar } from "@/components/desk/top-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { HOME_PATH } from "@/lib/ui/next-path";

/** Stands instead of a page that the actor's role does not open. */
export function ForbiddenPage() {
  return (
    <>
      <TopBar />
      <main id="main">
        <EmptyState
          as="h1"
          title="Your role does not open this page"
          className="py-20"
          icon={<Lock size={18} />}
          action={
            <Button asChild variant="primary">
              <Link href={HOME_PATH}>To the documents</Link>
            </Button>
          }
        >
          Ask an admin of your workspace if you need it for your work.
        </EmptyState>
      </main>
    </>
  );
}
