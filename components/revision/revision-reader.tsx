"use client";

import { History } from "lucide-react";
import Link from "next/link";
import { useMemo, useState } from "react";
import { TopBar } from "@/components/desk/top-bar";
import { DocumentTitle } from "@/components/document/document-title";
import { Reader } from "@/components/reader/reader";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { readerClaims } from "@/components/workbench/reader-claims";
import type { RevisionView } from "@/lib/domain/revision";
import { directionOf } from "@/lib/domain/text";
import type { DocumentFactsView, ScaleView } from "@/lib/domain/views";
import { countOf, formatMoment } from "@/lib/ui/format";
import { ClaimPeek } from "./claim-peek";

interface RevisionReaderProps {
  document: Pick<DocumentFactsView, "id" | "title" | "language">;
  scale: ScaleView;
  revision: RevisionView;
  /** The number of the newest revision. */
  newest: number;
}

/** One state of the text, to be read: with the claims as they stood in it, and nothing that could be changed. */
export function RevisionReader({ document, scale, revision, newest }: RevisionReaderProps) {
  const [selected, setSelected] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const { number, claims } = revision;
  const painted = useMemo(() => readerClaims(claims, scale), [claims, scale]);
  const claim = claims.find((each) => each.id === selected);
  const path = `/documents/${document.id}`;
  return (
    <div className="flex h-[calc(100dvh-var(--banner))] flex-col">
      <TopBar crumbs={[{ label: document.title, href: path }, { label: "Revisions", href: `${path}/revisions` }, { label: `Revision ${String(number)}` }]} />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-accent-wash px-4 py-2 text-sm sm:px-6 print:hidden">
          <p className="flex min-w-0 flex-1 basis-64 items-start gap-2">
            <History aria-hidden size={16} className="mt-0.5 shrink-0 text-accent" />
            <span>
              {revision.current
                ? `You are reading revision ${String(number)}, the current text.`
                : `You are reading revision ${String(number)} of ${String(newest)}, not the current text.`}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            {!revision.current && (
              <Button asChild size="sm">
                <Link href={`${path}/compare?from=${String(number)}&to=${String(newest)}`}>What changed since</Link>
              </Button>
            )}
            <Button asChild size="sm" variant={revision.current ? "default" : "primary"}>
              <Link href={path}>To the current text</Link>
            </Button>
          </div>
        </div>
        <div className="min-h-0 flex-1">
          <Reader
            text={revision.text}
            blocks={revision.blocks}
            lang={document.language}
            dir={directionOf(document.language)}
            label={`${document.title}, revision ${String(number)}`}
            header={<RevisionHeader document={document} revision={revision} />}
            claims={painted}
            selectedClaimId={selected}
            hoveredClaimId={hovered}
            onHoverClaim={setHovered}
            onOpenClaim={setSelected}
            onCopyQuote={(copied) => (copied ? toast.success("Quote copied.") : toast.error("The browser did not allow copying."))}
          />
        </div>
      </main>
      {claim && <ClaimPeek claim={claim} scale={scale} href={`${path}?claim=${claim.id}`} onClose={() => setSelected(null)} />}
    </div>
  );
}

function RevisionHeader({ document, revision }: Pick<RevisionReaderProps, "document" | "revision">) {
  const { createdBy, createdAt, wordCount, note } = revision;
  return (
    <>
      <DocumentTitle document={document} />
      <div dir="ltr" className="mb-8 grid gap-1 border-b border-line pb-4 font-ui text-[0.8125rem]/5 text-ink-3">
        <p>
          Revision {revision.number} · <bdi>{createdBy.name}</bdi> · {formatMoment(createdAt)} · {countOf(wordCount, "word")}
        </p>
        {note !== "" && (
          <p dir="auto" className="text-ink-2">
            {note}
          </p>
        )}
      </div>
    </>
  );
}
