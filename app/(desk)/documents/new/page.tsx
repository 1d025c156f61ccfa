import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { NewDocumentForm } from "@/components/document/new-document-form";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { newDocumentView } from "@/lib/queries/new-document";
import { ForbiddenPage } from "../../forbidden-page";
import { pageView } from "../../page-view";

export const metadata: Metadata = { title: "Bring in a text" };

export default async function NewDocumentPage() {
  const actor = await requireActor("/documents/new");
  const view = await pageView(newDocumentView(actor));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: "Documents", href: "/documents" }, { label: "Bring in a text" }]} />
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-8 sm:px-6">
        <UntilLive>
          <NewDocumentForm {...view} />
        </UntilLive>
      </main>
    </>
  );
}
