import type { Metadata } from "next";
import { AssignBoard } from "@/components/assignment/assign-board";
import { FollowDocument } from "@/components/desk/follow-document";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { documentAssignments } from "@/lib/queries/assignments";
import { seenUpTo } from "@/lib/queries/last-seen";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Assign claims" };

export default async function AssignPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/assign`);
  const seq = await seenUpTo(actor, documentId);
  const view = await pageView(documentAssignments(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Assign claims" }]} />
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
        <UntilLive>
          <FollowDocument documentId={documentId} seq={seq} />
          <AssignBoard latest={view} />
        </UntilLive>
      </main>
    </>
  );
}
