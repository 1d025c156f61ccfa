"use client";

import { Tag } from "@/components/ui/tag";
import { Button } from "@/components/ui/button";
import { isDoubtful, type Anchor, type AnchorStatus } from "@/lib/domain/anchor";
import type { Span } from "@/lib/domain/text";
import { X } from "lucide-react";
import { Fragment } from "react";

const STATUS_NAMES: Record<AnchorStatus, string | null> = {
  exact: null,
  moved: null,
  edited: "text was edited",
  uncertain: "place uncertain",
  orphaned: "no longer in the text",
};

interface ClaimQuotesProps {
  anchors: readonly Anchor[];
  /** A claim keeps at least one fragment. */
  editable: boolean;
  onGoTo: (span: Span) => void;
  onRemove: (anchorId: string) => void;
  /** Leads to where the place of a quote in doubt is settled. */
  onLook: (anchorId: string) => void;
}

/** Where the claim is said: its fragments joined as one quote, each a way into the text. */
export function ClaimQuotes({ anchors, editable, onGoTo, onRemove, onLook }: ClaimQuotesProps) {
  const removable = editable && anchors.length > 1;
  const doubtful = anchors.filter((anchor) => isDoubtful(anchor.status));
  const [first] = doubtful;
  return (
    <section aria-label="Quotes" data-gate="anchors" className="grid gap-2">
      {first && (
        <div className="tone-mostly-false flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded border border-tone bg-tone-wash px-3 py-2 text-xs">
          <p className="min-w-0 flex-1 basis-40">
            {doubtful.length === 1 ? "The text was corrected, and a quote needs a look." : "The text was corrected, and some quotes need a look."}
          </p>
          <Button size="sm" onClick={() => onLook(first.id)}>
            Look at it
          </Button>
        </div>
      )}
      <blockquote className="border-s-3 border-(--c) ps-3 font-text text-[0.9375rem]/6 text-ink-2">
        <span aria-hidden>“</span>
        {anchors.map((anchor, index) => (
          <Fragment key={anchor.id}>
            {index > 0 && <span className="px-1 text-ink-3">…</span>}
            <span className="group/fragment">
              {anchor.status === "orphaned" ? (
                <s dir="auto">{anchor.exact}</s>
              ) : (
                // A link, because a button would not flow with the line.
                <a
                  href="#main"
                  dir="auto"
                  title="Go to the text"
                  onClick={(event) => {
                    event.preventDefault();
                    onGoTo(anchor);
                  }}
                  className="rounded decoration-line-3 underline-offset-4 wrap-anywhere hover:text-ink hover:underline"
                >
                  <span className="sr-only">Go to the text: </span>
                  {anchor.exact}
                </a>
              )}
              {STATUS_NAMES[anchor.status] && (
                <Tag toned className="tone-mostly-false ms-1">
                  {STATUS_NAMES[anchor.status]}
                </Tag>
              )}
              {removable && (
                <button
                  type="button"
                  onClick={() => onRemove(anchor.id)}
                  className="inline-flex h-6 w-5 items-center justify-center rounded align-middle text-ink-3 opacity-60 group-hover/fragment:opacity-100 hover:bg-ink/6 hover:text-ink focus-visible:opacity-100"
                >
                  <X aria-hidden size={12} />
                  <span className="sr-only">Remove the fragment “{anchor.exact}”</span>
                </button>
              )}
            </span>
          </Fragment>
        ))}
        <span aria-hidden>”</span>
      </blockquote>
    </section>
  );
}
