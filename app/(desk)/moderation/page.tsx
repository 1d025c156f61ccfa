import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { TopBar } from "@/components/desk/top-bar";
import { ModerationQueue } from "@/components/moderation/moderation-queue";
import { loadQueueParams, queueHref } from "@/components/moderation/queue-params";
import { requireActor } from "@/lib/auth/actor";
import { ListQueue, listQueue } from "@/lib/queries/moderation-queue";
import { ForbiddenPage } from "../forbidden-page";
import { pageView } from "../page-view";

export const metadata: Metadata = { title: "Moderation" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ModerationPage({ searchParams }: PageProps) {
  const asked = await loadQueueParams(searchParams);
  const actor = await requireActor(queueHref(asked));
  const { document, ...rest } = asked;
  const given = Object.fromEntries(Object.entries({ ...rest, documentId: document }).filter(([, value]) => value !== null));
  // An address that nobody could have made on the page shows what is open.
  const view = await pageView(listQueue.run(actor, ListQueue.safeParse(given).data ?? ListQueue.parse({})));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <NuqsAdapter>
          <ModerationQueue {...view} />
        </NuqsAdapter>
      </main>
    </>
  );
}
