"use client";

import { MoreHorizontal, Settings, Trash2 } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { AvatarStack } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { TimeAgo } from "@/components/ui/time-ago";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import type { DocumentListItem } from "@/lib/domain/views";
import { countOf, formatDateShort } from "@/lib/ui/format";
import { languageName } from "@/lib/ui/languages";
import { DocumentProgress } from "./document-progress";
import { DocumentStateMark } from "./document-state";

interface DocumentRowProps {
  document: DocumentListItem;
  onTrash: () => void;
}

/** A document in the list. The whole row leads to it; the menu lies above. */
export function DocumentRow({ document, onTrash }: DocumentRowProps) {
  const { id, title, can } = document;
  return (
    <li className="relative grid gap-x-8 gap-y-3 px-4 py-4 hover:bg-paper has-[h2_a:focus-visible]:bg-paper lg:grid-cols-[minmax(0,1fr)_12rem_5.5rem_6.5rem_2rem] lg:items-center">
      <div className="min-w-0 max-lg:pe-10">
        <h2 className="font-text text-base/6 font-semibold text-balance">
          <Link dir="auto" href={`/documents/${id}`} className="after:absolute after:inset-0 hover:underline hover:underline-offset-4">
            {title}
          </Link>
        </h2>
        <Facts document={document} />
      </div>
      <DocumentProgress claims={document.claims} />
      <div className="flex items-center justify-between gap-4 lg:contents">
        <AvatarStack people={document.people} max={3} />
        <TimeAgo at={document.updatedAt} className="text-xs text-ink-3" />
      </div>
      {(can.edit || can.delete) && (
        <div className="absolute end-2 top-3 z-1 lg:static">
          <Menu align="end" trigger={<IconButton label={`More about ${title}`} icon={<MoreHorizontal aria-hidden size={16} />} />}>
            {can.edit && (
              <MenuItem asChild>
                <Link href={`/documents/${id}/settings`}>
                  <Settings aria-hidden size={14} className="mx-px text-ink-3" /> Settings
                </Link>
              </MenuItem>
            )}
            {can.delete && (
              <MenuItem danger icon={<Trash2 aria-hidden size={14} />} onSelect={onTrash} hint="Can be restored from the trash">
                Delete
              </MenuItem>
            )}
          </Menu>
        </div>
      )}
    </li>
  );
}

function Facts({ document }: { document: DocumentListItem }) {
  const facts = [
    DOCUMENT_KIND_NAMES[document.kind],
    document.author,
    document.publication,
    document.publishedOn && formatDateShort(document.publishedOn),
    languageName(document.language),
    countOf(document.wordCount, "word"),
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
      <span className="text-ink-2">
        <DocumentStateMark state={document.state} />
      </span>
      {facts.map((fact, index) => (
        <Fragment key={index}>
          <span aria-hidden>·</span>
          <bdi>{fact}</bdi>
        </Fragment>
      ))}
    </p>
  );
}
