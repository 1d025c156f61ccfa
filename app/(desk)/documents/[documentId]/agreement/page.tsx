import type { Metadata } from "next";
import { Agreement } from "@/components/agreement/agreement";
import { FollowDocument } from "@/components/desk/follow-document";
import { TopBar } from "@/components/desk/top-bar";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/domain/errors";
import { agreementView, GetAgreement } from "@/lib/queries/agreement";
import { seenUpTo } from "@/lib/queries/last-seen";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Agreement" };

interface AgreementPageProps {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AgreementPage({ params, searchParams }: AgreementPageProps) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/agreement`);
  // What stands in the address by mistake counts as not said.
  const asked = GetAgreement.safeParse({ ...(await searchParams), documentId });
  const plain = GetAgreement.parse({ documentId });
  const seq = await seenUpTo(actor, documentId);
  const view = await pageView(agreementView(actor, asked.data ?? plain).catch((error: unknown) => retryPlain(error, () => agreementView(actor, plain))));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: view.document.title, href: `/documents/${documentId}` }, { label: "Agreement" }]} />
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
        <UntilLive>
          <FollowDocument documentId={documentId} seq={seq} />
          <Agreement view={view} />
        </UntilLive>
      </main>
    </>
  );
}

function retryPlain<View>(error: unknown, plain: () => Promise<View>): Promise<View> {
  if (error instanceof AppError && error.code === "invalid") return plain();
  throw error;
}
