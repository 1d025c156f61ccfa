import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { TopBar } from "@/components/desk/top-bar";
import { SourceLibrary } from "@/components/source/source-library";
import { loadSourceParams, sourcesHref } from "@/components/source/source-params";
import { requireActor } from "@/lib/auth/actor";
import { ListSources, listSources } from "@/lib/queries/source";

export const metadata: Metadata = { title: "Sources" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SourcesPage({ searchParams }: PageProps) {
  const asked = await loadSourceParams(searchParams);
  const actor = await requireActor(sourcesHref(asked));
  // An address that nobody could have made on the page shows the whole library.
  const list = await listSources.run(actor, ListSources.safeParse(asked).data ?? ListSources.parse({}));
  const last = Math.max(1, Math.ceil(list.total / list.pageSize));
  if (asked.page > last) redirect(sourcesHref({ ...asked, page: last }));
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
        <NuqsAdapter>
          <SourceLibrary {...list} />
        </NuqsAdapter>
      </main>
    </>
  );
}
