import type { Metadata } from "next";
import { TextCorrection } from "@/components/revision/text-correction";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { MAX_FILE_BYTES } from "@/lib/commands/import-source";
import { workbenchView } from "@/lib/queries/document";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Correct the text" };

export default async function TextPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}/text`);
  const view = await pageView(workbenchView(actor, documentId));
  if (!view?.document.can.edit) return <ForbiddenPage />;
  return (
    <UntilLive>
      <TextCorrection key={documentId} {...view} maxFileBytes={MAX_FILE_BYTES} />
    </UntilLive>
  );
}
