import type { Metadata } from "next";
import { Adjudication } from "@/components/adjudication/adjudication";
import { FollowDocument } from "@/components/desk/follow-document";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { disagreementsView } from "@/lib/queries/disagreements";
import { seenUpTo } from "@/lib/queries/last-seen";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Disagreements" };

interface AdjudicatePageProps {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdjudicatePage({ params, searchParams }: AdjudicatePageProps) {
  const { documentId } = await params;
  const { claim } = await searchParams;
  const actor = await requireActor(`/documents/${documentId}/adjudicate`);
  const seq = await seenUpTo(actor, documentId);
  const view = await pageView(disagreementsView(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Disagreements" }]} />
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
        <UntilLive>
          <FollowDocument documentId={documentId} seq={seq} />
          <Adjudication {...view} first={typeof claim === "string" ? claim : null} />
        </UntilLive>
      </main>
    </>
  );
}
