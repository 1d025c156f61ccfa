import type { Metadata } from "next";
import { BringIn } from "@/components/bring-in/bring-in";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { bringInView } from "@/lib/queries/bring-in";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Bring in claims" };

export default async function BringInPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/bring-in`);
  const view = await pageView(bringInView(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Bring in claims" }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <UntilLive>
          <BringIn {...view} />
        </UntilLive>
      </main>
    </>
  );
}
