import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Documents } from "@/components/document/documents";
import { documentsHref, loadDocumentParams } from "@/components/document/list-params";
import { TopBar } from "@/components/desk/top-bar";
import { requireActor } from "@/lib/auth/actor";
import { defined } from "@/lib/domain/defined";
import { ListDocuments, listDocuments } from "@/lib/queries/documents";

export const metadata: Metadata = { title: "Documents" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DocumentsPage({ searchParams }: PageProps) {
  const asked = await loadDocumentParams(searchParams);
  const actor = await requireActor(documentsHref(asked));
  const { q, state, kind, ...rest } = asked;
  const input = ListDocuments.safeParse(defined({ ...rest, q: q || undefined, state: state ?? undefined, kind: kind ?? undefined }));
  // An address that nobody could have made on the page shows the whole list.
  const list = await listDocuments.run(actor, input.data ?? ListDocuments.parse({}));
  const last = Math.max(1, Math.ceil(list.total / list.pageSize));
  if (asked.page > last) redirect(documentsHref({ ...asked, page: last }));
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
        <NuqsAdapter>
          <Documents {...list} />
        </NuqsAdapter>
      </main>
    </>
  );
}
