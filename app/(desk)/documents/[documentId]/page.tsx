import type { Metadata } from "next";
import { preload } from "react-dom";
import { Workbench } from "@/components/workbench/workbench";
import { WorkbenchSkeleton } from "@/components/workbench/workbench-skeleton";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { exportFormats } from "@/lib/queries/export-document";
import { claimOfDocument, documentView, workbenchTitle } from "@/lib/queries/document";
import { Arriving } from "../../arriving";
import { pageView } from "../../page-view";

interface PageProps {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const actor = await currentActor();
  const title = actor && (await workbenchTitle(actor, (await params).documentId));
  return title ? { title } : {};
}

export default async function DocumentPage({ params, searchParams }: PageProps) {
  const { documentId } = await params;
  const { claim } = await searchParams;
  // The page asks for the claims once it runs; the browser already when the first bytes arrive.
  preload(`/api/v1/documents/${documentId}/claims`, { as: "fetch", crossOrigin: "anonymous" });
  return (
    <Arriving loading={<WorkbenchSkeleton />}>
      <OpenDocument documentId={documentId} claimId={typeof claim === "string" ? claim : null} />
    </Arriving>
  );
}

async function OpenDocument({ documentId, claimId }: { documentId: string; claimId: string | null }) {
  const actor = await requireActor(`/documents/${documentId}`);
  const document = await pageView(documentView(actor, documentId));
  if (!document) return null;
  const open = claimId === null ? null : await claimOfDocument(actor, documentId, claimId);
  return <Workbench key={documentId} document={document} initialClaim={open} me={{ id: actor.userId, role: actor.role }} formats={exportFormats()} />;
}
