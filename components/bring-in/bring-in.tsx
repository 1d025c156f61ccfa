"use client";

import { ClipboardList } from "lucide-react";
import Link from "next/link";
import { useSlow } from "@/components/document/use-slow";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SkeletonText } from "@/components/ui/skeleton";
import { BroughtIn } from "./brought-in";
import { ClaimsInput } from "./claims-input";
import { DryRun } from "./dry-run";
import { useBringIn, type BringingIn } from "./use-bring-in";
import { usePastedClaims } from "./use-pasted-claims";

interface BringInProps {
  document: { id: string; title: string; marksApart: boolean };
  can: { endMarkingApart: boolean };
}

/** Brings claims that others recorded into a document: a file, what it would add, and then its claims. */
export function BringIn({ document, can }: BringInProps) {
  const pasted = usePastedClaims(document.id);
  const bringing = useBringIn(document.id, ({ body }) => body.kind === "paste" && pasted.write(""));
  const { source, result } = bringing;
  return (
    <div className="grid gap-8">
      <PageHeader
        title="Bring in claims"
        description="Annotations and claims that others recorded. You see what is found in this text before anything is kept."
      />
      {document.marksApart ? (
        <MarkedApart documentId={document.id} canEnd={can.endMarkingApart} />
      ) : result && source ? (
        <BroughtIn documentId={document.id} name={source.name} result={result} onAgain={bringing.forget} />
      ) : (
        <>
          <ClaimsInput
            source={source}
            pasted={pasted}
            busy={bringing.reading || bringing.saving}
            onSource={(chosen) => void bringing.look(chosen)}
            onForget={bringing.forget}
          />
          <Look bringing={bringing} />
        </>
      )}
    </div>
  );
}

/** What the file would add, or why that cannot be said. */
function Look({ bringing }: { bringing: BringingIn }) {
  const { source, preview, reading, error, look } = bringing;
  const slow = useSlow(reading);
  if (source && error) {
    return (
      <ErrorState
        title={error.temporary ? "The claims could not be looked at now" : "This cannot be brought in"}
        {...(error.temporary ? { onRetry: () => void look(source) } : {})}
        reference={error.code === "internal" ? (error.requestId ?? undefined) : undefined}
      >
        {error.message} Nothing was changed.
      </ErrorState>
    );
  }
  if (reading) {
    return (
      <section aria-label="Claims in the file" aria-busy className="grid gap-4 rounded-[10px] border border-line bg-surface p-5">
        <p role="status" className="text-sm text-ink-2">
          Finding the claims in the text…
        </p>
        {slow && <ProgressBar label="Finding the claims in the text" value={null} />}
        <SkeletonText lines={6} />
      </section>
    );
  }
  return preview ? <DryRun key={source?.name} preview={preview} bringing={bringing} /> : null;
}

function MarkedApart({ documentId, canEnd }: { documentId: string; canEnd: boolean }) {
  const action = canEnd ? (
    <Button asChild>
      <Link href={`/documents/${documentId}/settings`}>Document settings</Link>
    </Button>
  ) : (
    <Button asChild>
      <Link href={`/documents/${documentId}/marks`}>Mark for yourself</Link>
    </Button>
  );
  return (
    <EmptyState title="Each reviewer marks for themselves here" icon={<ClipboardList size={18} />} action={action} className="py-16">
      Claims of others would tell what they marked. They can be brought in once that is ended, in the document’s settings.
    </EmptyState>
  );
}
