import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { DocumentSettings } from "@/components/document/document-settings";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { documentSettingsView } from "@/lib/queries/document-settings";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Document settings" };

export default async function DocumentSettingsPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/settings`);
  const view = await pageView(documentSettingsView(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar saves="always" crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Settings" }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <UntilLive>
          <DocumentSettings key={documentId} {...view} />
        </UntilLive>
      </main>
    </>
  );
}
