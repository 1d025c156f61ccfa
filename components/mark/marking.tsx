"use client";

import { TopBar } from "@/components/desk/top-bar";
import { DocumentTitle } from "@/components/document/document-title";
import { Reader } from "@/components/reader/reader";
import type { ReaderClaim, ReaderHandle } from "@/components/reader/types";
import { toast } from "@/components/ui/toast";
import { directionOf, type Span } from "@/lib/domain/text";
import type { MarksView } from "@/lib/domain/views";
import { useMemo, useRef, useState } from "react";
import { MarkGroups } from "./mark-groups";
import { OwnMarks } from "./own-marks";
import { useMarks } from "./use-marks";

/** The text with what one marks in it for oneself; once that is submitted, with what the others did, to be united. */
export function Marking({ latest }: { latest: MarksView }) {
  const { view, busy, change } = useMarks(latest);
  const { document, revision, marks, can } = view;
  const [selected, setSelected] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const reader = useRef<ReaderHandle>(null);
  const painted = useMemo(
    () =>
      marks.map((mark, index): ReaderClaim => ({
        id: mark.id,
        number: index + 1,
        statement: `${mark.exact} (${mark.reviewer.name})`,
        tone: mark.mine ? "open" : "off",
        fragments: [mark],
      })),
    [marks],
  );

  function show(span: Span, id: string | null = null) {
    setSelected(id);
    reader.current?.scrollToSpan(span);
  }

  async function mark({ start, end }: Span) {
    if (await change({ kind: "add", revisionId: revision.id, fragment: { start, end } })) reader.current?.clearSelection();
  }

  return (
    <div className="flex h-[calc(100dvh-var(--banner))] flex-col">
      <TopBar crumbs={[{ label: document.title, href: `/documents/${document.id}` }, { label: "Mark for yourself" }]} />
      <main id="main" className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <div className="min-h-0 flex-1">
          <Reader
            ref={reader}
            text={revision.text}
            blocks={revision.blocks}
            lang={document.language}
            dir={directionOf(document.language)}
            label={document.title}
            header={<DocumentTitle document={document} />}
            claims={painted}
            selectedClaimId={selected}
            hoveredClaimId={hovered}
            onHoverClaim={setHovered}
            onOpenClaim={setSelected}
            addable={false}
            onSelectionAction={can.mark ? (_, span) => void mark(span) : undefined}
            onCopyQuote={(copied) => (copied ? toast.success("Quote copied.") : toast.error("The browser did not allow copying."))}
          />
        </div>
        <aside
          aria-label="Marks"
          tabIndex={0}
          className="grid max-h-[45dvh] content-start gap-6 [&>section+section]:border-t [&>section+section]:border-line [&>section+section]:pt-5 overflow-y-auto border-line bg-surface px-5 py-5 max-lg:border-t lg:max-h-none lg:w-96 lg:border-s"
        >
          {can.unite && <MarkGroups view={view} busy={busy} onShow={show} onChange={change} />}
          <OwnMarks view={view} selectedId={selected} busy={busy} onShow={show} onChange={change} />
          {view.submitted && !can.unite && <MarkGroups view={view} busy={busy} onShow={show} onChange={change} />}
        </aside>
      </main>
    </div>
  );
}
