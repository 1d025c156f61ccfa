"use client";

import { FilePlus, FileText, SearchX, Trash2 } from "lucide-react";
import Link from "next/link";
import { useCommands } from "@/components/desk/use-commands";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import type { DocumentListItem } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import { useRouter } from "next/navigation";
import { DocumentFilters, useDocumentParams } from "./document-filters";
import { DocumentRow } from "./document-row";
import { documentsHref } from "./list-params";
import { useTrashDocument } from "./use-trash-document";

interface DocumentsProps {
  items: readonly DocumentListItem[];
  total: number;
  pageSize: number;
  can: { create: boolean };
}

/** The workspace's documents: found, filtered, and how far each is. */
export function Documents({ items, total, pageSize, can }: DocumentsProps) {
  const router = useRouter();
  const { asked, set, pending, filtered } = useDocumentParams();
  const { trash, isMoved } = useTrashDocument();
  const shown = items.filter((document) => !isMoved(document.id));
  useCommands("Documents", [
    {
      id: "documents.trash",
      label: "Deleted documents",
      keywords: ["trash", "restore"],
      icon: <Trash2 size={16} />,
      run: () => router.push("/documents/trash"),
    },
  ]);

  return (
    <div className="grid gap-5">
      <PageHeader
        title="Documents"
        description={<span role="status">{filtered ? `${countOf(total, "document")} found` : countOf(total, "document")}</span>}
        actions={
          <>
            <Button asChild variant="ghost">
              <Link href="/documents/trash">
                <Trash2 aria-hidden size={16} /> Trash
              </Link>
            </Button>
            {can.create && <BringIn />}
          </>
        }
      />
      {(total > 0 || filtered) && <DocumentFilters asked={asked} set={set} />}
      {shown.length > 0 ? (
        <ul
          aria-label="Documents"
          aria-busy={pending}
          className={cx("divide-y divide-line overflow-hidden rounded-[10px] border border-line bg-surface transition-opacity", pending && "opacity-60")}
        >
          {shown.map((document) => (
            <DocumentRow key={document.id} document={document} onTrash={() => void trash(document)} />
          ))}
        </ul>
      ) : filtered ? (
        <EmptyState
          title="No document fits"
          icon={<SearchX size={18} />}
          action={<Button onClick={() => void set({ q: null, state: null, kind: null, page: null })}>Show all documents</Button>}
        >
          Titles, authors, publications and the texts themselves were searched.
        </EmptyState>
      ) : (
        <EmptyState title="No documents yet" icon={<FileText size={18} />} action={can.create && <BringIn />} className="py-20">
          {can.create
            ? "Bring in the text that you want to check: paste it, or choose a file. Then mark its claims."
            : "Once a reviewer or an editor has brought in a text, it appears here."}
        </EmptyState>
      )}
      <Pager label="Pages of documents" page={asked.page} pageSize={pageSize} total={total} hrefFor={(page) => documentsHref({ ...asked, page })} />
    </div>
  );
}

function BringIn() {
  return (
    <Button asChild variant="primary">
      <Link href="/documents/new">
        <FilePlus aria-hidden size={16} /> Bring in a text
      </Link>
    </Button>
  );
}
