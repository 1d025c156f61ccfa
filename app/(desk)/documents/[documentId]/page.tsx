import type { Metadata } from "next";
import { preload } from "react-dom";
import { Workbench } from "@/components/workbench/workbench";
import { WorkbenchSkeleton } from "@/components/workbench/workbench-skeleton";
import { currentActor, requireActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/domain/role";
import { exportFormats } from "@/lib/queries/export-document";
import { claimOfDocument, claimListView, documentView } from "@/lib/queries/document";
import { Arriving } from "../../arriving";
import { pageView } from "../../page-view";
import { documentHead } from "./head";

/** The most claims that come with the page. The text does not wait for more. */
const AT_ONCE = 200;

interface PageProps {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const actor = await currentActor();
  const head = actor && (await documentHead(actor, (await params).documentId));
  return head ? { title: head.title } : {};
}

export default async function DocumentPage({ params, searchParams }: PageProps) {
  const { documentId } = await params;
  const { claim } = await searchParams;
  const actor = await requireActor(`/documents/${documentId}`);
  const few = ((await documentHead(actor, documentId))?.claims ?? 0) <= AT_ONCE;
  // The page asks for many claims once it runs; the browser already when the first bytes arrive.
  if (!few) preload(`/api/v1/documents/${documentId}/claims`, { as: "fetch", crossOrigin: "anonymous" });
  return (
    <Arriving loading={<WorkbenchSkeleton />}>
      <OpenDocument actor={actor} documentId={documentId} claimId={typeof claim === "string" ? claim : null} few={few} />
    </Arriving>
  );
}

interface OpenDocumentProps {
  actor: Actor;
  documentId: string;
  claimId: string | null;
  few: boolean;
}

async function OpenDocument({ actor, documentId, claimId, few }: OpenDocumentProps) {
  const document = await pageView(documentView(actor, documentId));
  if (!document) return null;
  const claims = few ? await pageView(claimListView(actor, documentId)) : null;
  const open = claimId === null ? null : await claimOfDocument(actor, documentId, claimId);
  return (
    <Workbench
      key={documentId}
      document={document}
      initialClaim={open}
      initialClaims={claims}
      me={{ id: actor.userId, role: actor.role }}
      formats={exportFormats()}
    />
  );
}
