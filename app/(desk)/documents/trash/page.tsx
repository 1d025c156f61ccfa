import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { loadDocumentParams } from "@/components/document/list-params";
import { TrashedDocuments } from "@/components/document/trashed-documents";
import { requireActor } from "@/lib/auth/actor";
import { ListDocuments, listDocuments } from "@/lib/queries/documents";
import { trashDays } from "@/lib/queries/workspace-settings";

export const metadata: Metadata = { title: "Trash" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TrashPage({ searchParams }: PageProps) {
  const { page } = await loadDocumentParams(searchParams);
  const actor = await requireActor("/documents/trash");
  const input = ListDocuments.safeParse({ view: "trash", page }).data ?? ListDocuments.parse({ view: "trash" });
  const [{ items, total, pageSize }, days] = await Promise.all([listDocuments.run(actor, input), trashDays(actor)]);
  return (
    <>
      <TopBar crumbs={[{ label: "Documents", href: "/documents" }, { label: "Trash" }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <TrashedDocuments items={items} total={total} page={input.page} pageSize={pageSize} days={days} />
      </main>
    </>
  );
}
