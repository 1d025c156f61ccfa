import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Comparison } from "@/components/revision/comparison";
import { requireActor } from "@/lib/auth/actor";
import { CompareRevisions, compareRevisions } from "@/lib/queries/comparison";
import { documentHead } from "@/lib/queries/document-head";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Compare revisions" };

interface PageProps {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ComparePage({ params, searchParams }: PageProps) {
  const { documentId } = await params;
  const { from, to } = await searchParams;
  const actor = await requireActor(`/documents/${documentId}/compare?from=${String(from ?? "")}&to=${String(to ?? "")}`);
  // Without two revisions there is nothing to compare: the list lets one choose them.
  if (from === undefined || to === undefined) redirect(`/documents/${documentId}/revisions`);
  const asked = CompareRevisions.safeParse({ documentId, from, to }).data ?? notFound();
  const head = await pageView(documentHead(actor, documentId));
  const comparison = await pageView(compareRevisions(actor, documentId, asked.from, asked.to));
  if (!head || !comparison) return null;
  return <Comparison key={`${String(asked.from)} ${String(asked.to)}`} document={head.document} scale={head.scale} comparison={comparison} />;
}
