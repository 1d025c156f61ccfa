import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RevisionReader } from "@/components/revision/revision-reader";
import { requireActor } from "@/lib/auth/actor";
import { documentHead } from "@/lib/queries/document-head";
import { RevisionNumber, revisionList, revisionView } from "@/lib/queries/revisions";
import { pageView } from "../../../../page-view";

interface PageProps {
  params: Promise<{ documentId: string; number: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Revision ${(await params).number}` };
}

export default async function RevisionPage({ params }: PageProps) {
  const { documentId, number: asked } = await params;
  const actor = await requireActor(`/documents/${documentId}/revisions/${asked}`);
  const number = RevisionNumber.safeParse(asked).data ?? notFound();
  const head = await pageView(documentHead(actor, documentId));
  const revision = await pageView(revisionView(actor, documentId, number));
  if (!head || !revision) return null;
  const newest = (await revisionList(actor, documentId))[0]?.number ?? number;
  return <RevisionReader key={revision.id} document={head.document} scale={head.scale} revision={revision} newest={newest} />;
}
