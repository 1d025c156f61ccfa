"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TimeAgo } from "@/components/ui/time-ago";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { goneFrom } from "@/lib/domain/retention";
import type { DocumentListItem } from "@/lib/domain/views";
import { countOf, formatDate } from "@/lib/ui/format";
import { useTrashDocument } from "./use-trash-document";

interface TrashedDocumentsProps {
  items: readonly DocumentListItem[];
  total: number;
  page: number;
  pageSize: number;
  /** For so many days what is deleted can be restored. */
  days: number;
}

/** The documents in the trash, and how long each can still be restored. */
export function TrashedDocuments({ items, total, page, pageSize, days }: TrashedDocumentsProps) {
  const { restore, isMoved } = useTrashDocument();
  const shown = items.filter((document) => !isMoved(document.id));
  return (
    <div className="grid gap-5">
      <PageHeader
        title="Trash"
        description={`Deleted documents can be restored for ${String(days)} days, with all their claims. After that they are deleted for good.`}
      />
      {shown.length === 0 ? (
        <EmptyState title="The trash is empty" icon={<Trash2 size={18} />} className="py-16">
          Whatever is deleted from the list of documents waits here.
        </EmptyState>
      ) : (
        <ul aria-label="Deleted documents" className="divide-y divide-line rounded-[10px] border border-line bg-surface">
          {shown.map((document) => (
            <li key={document.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <h2 dir="auto" className="font-text text-base/6 font-semibold text-balance">
                  {document.title}
                </h2>
                <p className="text-xs text-ink-3">
                  {DOCUMENT_KIND_NAMES[document.kind]} · {countOf(document.wordCount, "word")}
                  {document.deletedAt && (
                    <>
                      {" "}
                      · deleted <TimeAgo at={document.deletedAt} /> ·{" "}
                      <span className="text-ink-2">gone for good on {formatDate(goneFrom(document.deletedAt, days))}</span>
                    </>
                  )}
                </p>
              </div>
              {document.can.delete && (
                <Button size="sm" aria-label={`Restore ${document.title}`} onClick={() => void restore(document)}>
                  Restore
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pager label="Pages of deleted documents" page={page} pageSize={pageSize} total={total} hrefFor={(next) => `/documents/trash?page=${next}`} />
    </div>
  );
}
