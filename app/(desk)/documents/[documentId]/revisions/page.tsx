import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { RevisionList } from "@/components/revision/revision-list";
import { requireActor } from "@/lib/auth/actor";
import { documentHead } from "@/lib/queries/document-head";
import { revisionList } from "@/lib/queries/revisions";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Revisions" };

export default async function RevisionsPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/revisions`);
  const head = await pageView(documentHead(actor, documentId));
  if (!head) return null;
  const { document } = head;
  return (
    <>
      <TopBar crumbs={[{ label: document.title, href: `/documents/${documentId}` }, { label: "Revisions" }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <RevisionList documentId={documentId} revisions={await revisionList(actor, documentId)} can={document.can} />
      </main>
    </>
  );
}
