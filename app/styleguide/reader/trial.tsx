"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { Reader } from "@/components/reader/reader";
import { headings, sectionAt } from "@/components/reader/outline";
import type { ReaderClaim, ReaderHandle, SelectionAction } from "@/components/reader/types";
import { toast } from "@/components/ui/toast";
import { useShortcuts } from "@/components/ui/keyboard";
import { mergeSpans } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";
import type { Sample } from "./samples";

interface TrialProps {
  sample: Sample;
  painting: "auto" | "marks";
}

/** The text surface by itself, with its claims kept in memory. */
export function Trial({ sample, painting }: TrialProps) {
  const reader = useRef<ReaderHandle>(null);
  const [claims, setClaims] = useState(sample.claims);
  const [selectedId, select] = useState<string | null>(null);
  const [hoveredId, hover] = useState<string | null>(null);
  const [position, setPosition] = useState(0);
  const outline = useMemo(() => headings(sample.text, sample.blocks), [sample]);
  const here = sectionAt(outline, position);

  const change = useCallback((id: string, fragments: Span[]) => {
    setClaims((before) => before.map((claim) => (claim.id === id ? { ...claim, fragments } : claim)));
  }, []);
  const act = (action: SelectionAction, span: Span) => {
    const selected = claims.find((claim) => claim.id === selectedId);
    if (action !== "new" && selected) change(selected.id, action === "add" ? mergeSpans([...selected.fragments, span]) : [span]);
    else {
      const number = claims.length + 1;
      const claim: ReaderClaim = { id: `claim-${number}`, number, tone: "open", statement: sample.text.slice(span.start, span.end), fragments: [span] };
      setClaims([...claims, claim]);
      select(claim.id);
    }
    reader.current?.clearSelection();
  };
  const step = (by: number) => {
    const next = claims[(claims.findIndex((claim) => claim.id === selectedId) + by + claims.length) % claims.length];
    const [first] = next?.fragments ?? [];
    if (!next || !first) return;
    select(next.id);
    reader.current?.scrollToSpan(first);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });

  return (
    <div className="grid h-dvh grid-cols-1 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <nav className="hidden overflow-auto border-e border-line p-3 lg:block" aria-label="Text">
        {outline.map((heading) => (
          <button
            key={heading.start}
            type="button"
            className={`block border-s-2 px-2 py-1 text-start ${heading === here ? "border-accent text-ink" : "border-line text-ink-2"}`}
            onClick={() => reader.current?.focusSpan(heading)}
          >
            {heading.title}
          </button>
        ))}
        <output className="mt-4 block text-ink-3" data-testid="state">
          {selectedId ?? "none"}
        </output>
      </nav>
      <Reader
        ref={reader}
        text={sample.text}
        blocks={sample.blocks}
        lang={sample.lang}
        dir={sample.dir}
        label={sample.title}
        header={
          <>
            <h1 className="mb-3 font-text text-[2.125rem] leading-10 font-semibold tracking-tight">{sample.title}</h1>
            <p className="mb-8 border-b border-line pb-4 font-ui text-sm text-ink-3">Report · 25 April 2019 · Revision 2</p>
          </>
        }
        claims={claims}
        selectedClaimId={selectedId}
        hoveredClaimId={hoveredId}
        onHoverClaim={hover}
        onOpenClaim={select}
        onSelectionAction={act}
        onCopyQuote={(copied) => (copied ? toast.success("Quote copied") : toast.error("The browser did not allow copying."))}
        onResize={change}
        onPositionChange={setPosition}
        painting={painting}
      />
    </div>
  );
}
