import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { People } from "@/components/people/people";
import { requireActor } from "@/lib/auth/actor";
import { outsideButtons } from "@/lib/auth/outside-providers";
import { env } from "@/lib/env";
import { peopleView } from "@/lib/queries/people";
import { ForbiddenPage } from "../forbidden-page";
import { pageView } from "../page-view";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const actor = await requireActor("/people");
  const view = await pageView(peopleView(actor));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <People {...view} selfId={actor.userId} proofs={{ mail: env.SMTP_URL !== undefined, services: outsideButtons().map(({ name }) => name) }} />
      </main>
    </>
  );
}
