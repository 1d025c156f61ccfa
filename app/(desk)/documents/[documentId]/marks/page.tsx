import type { Metadata } from "next";
import { Marking } from "@/components/mark/marking";
import { requireActor } from "@/lib/auth/actor";
import { marksView } from "@/lib/queries/marks";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Mark for yourself" };

export default async function MarksPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/marks`);
  const view = await pageView(marksView(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return <Marking key={view.revision.id} initial={view} />;
}
