import type { Metadata } from "next";
import Link from "next/link";
import { TopBar } from "@/components/desk/top-bar";
import { OwnDecisions, OwnFlags, OwnHeldList } from "@/components/moderation/own-moderation";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { ownModeration } from "@/lib/queries/moderation-own";

export const metadata: Metadata = { title: "Reports and decisions" };

export default async function OwnModerationPage() {
  const actor = await requireActor("/moderation/own");
  const { held, flags, decisions } = await ownModeration(actor);
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 sm:px-6">
        <PageHeader
          title="Reports and decisions"
          description="What became of what you reported, and what moderators decided about you."
          actions={
            <Button asChild>
              <Link href="/moderation/transparency">Moderation in numbers</Link>
            </Button>
          }
        />
        {held.length > 0 && (
          <section aria-labelledby="held" className="grid gap-3">
            <h2 id="held" className="font-text text-lg/6 font-semibold">
              Waits for a moderator
            </h2>
            <OwnHeldList held={held} />
          </section>
        )}
        <section aria-labelledby="decisions" className="grid gap-3">
          <h2 id="decisions" className="font-text text-lg/6 font-semibold">
            Decisions about you
          </h2>
          <OwnDecisions decisions={decisions} personId={actor.userId} />
        </section>
        <section aria-labelledby="reports" className="grid gap-3">
          <h2 id="reports" className="font-text text-lg/6 font-semibold">
            Your reports
          </h2>
          <OwnFlags flags={flags} />
        </section>
      </main>
    </>
  );
}
