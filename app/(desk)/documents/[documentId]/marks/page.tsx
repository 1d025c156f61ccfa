import type { Metadata } from "next";
import { FollowDocument } from "@/components/desk/follow-document";
import { Marking } from "@/components/mark/marking";
import { requireActor } from "@/lib/auth/actor";
import { seenUpTo } from "@/lib/queries/last-seen";
import { marksView } from "@/lib/queries/marks";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Mark for yourself" };

export default async function MarksPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/marks`);
  const seq = await seenUpTo(actor, documentId);
  const view = await pageView(marksView(actor, documentId));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <FollowDocument documentId={documentId} seq={seq} />
      <Marking key={view.revision.id} latest={view} />
    </>
  );
}
