import type { Metadata } from "next";
import { FollowDocument } from "@/components/desk/follow-document";
import { TopBar } from "@/components/desk/top-bar";
import { Publish } from "@/components/publication/publish";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { seenUpTo } from "@/lib/queries/last-seen";
import { getPublication } from "@/lib/queries/publication";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Publish" };

export default async function PublishPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/publish`);
  const seq = await seenUpTo(actor, documentId);
  const view = await pageView(getPublication.run(actor, { documentId }));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Publish" }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <UntilLive>
          <FollowDocument documentId={documentId} seq={seq} />
          <Publish key={documentId} view={view} />
        </UntilLive>
      </main>
    </>
  );
}
