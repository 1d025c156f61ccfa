import type { Metadata } from "next";
import { AssignBoard } from "@/components/assignment/assign-board";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { documentAssignments } from "@/lib/queries/assignments";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Assign claims" };

export default async function AssignPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/assign`);
  const view = await pageView(documentAssignments(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Assign claims" }]} />
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
        <UntilLive>
          <AssignBoard initial={view} />
        </UntilLive>
      </main>
    </>
  );
}
