"use client";

import { FilePenLine } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import type { RevisionListItem } from "@/lib/domain/revision";
import { countOf } from "@/lib/ui/format";
import { CompareForm } from "./compare-form";
import { WordCounts } from "./word-counts";

interface RevisionListProps {
  documentId: string;
  /** The newest first. */
  revisions: readonly RevisionListItem[];
  can: { edit: boolean };
}

/** Every state that the text was in, and the ways to read and to compare them. */
export function RevisionList({ documentId, revisions, can }: RevisionListProps) {
  const path = `/documents/${documentId}`;
  const correct = can.edit && (
    <Button asChild variant="primary">
      <Link href={`${path}/text`}>
        <FilePenLine aria-hidden size={16} /> Correct the text
      </Link>
    </Button>
  );
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Revisions"
        description={revisions.length > 1 ? "Every state that the text was in, with the claims as they stood in it." : countOf(revisions.length, "revision")}
        actions={revisions.length > 1 && correct}
      />
      {revisions.length > 1 && <CompareForm documentId={documentId} revisions={revisions} />}
      <ol reversed aria-label="Revisions" className="divide-y divide-line rounded-[10px] border border-line bg-surface">
        {revisions.map((revision) => (
          <RevisionRow key={revision.id} path={path} revision={revision} />
        ))}
      </ol>
      {revisions.length === 1 && (
        <EmptyState title="The text was not corrected yet" action={correct} className="py-6">
          When it is, its earlier states stay here to be read and compared.
        </EmptyState>
      )}
    </div>
  );
}

function RevisionRow({ path, revision }: { path: string; revision: RevisionListItem }) {
  const { number, current, createdBy, createdAt, note, wordCount, wordsAdded, wordsRemoved } = revision;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`${path}/revisions/${String(number)}`} className="rounded font-text text-base font-semibold hover:underline hover:underline-offset-4">
            Revision {number}
          </Link>
          {current && <Tag>current</Tag>}
        </p>
        {note !== "" && (
          <p dir="auto" className="mt-0.5 text-sm wrap-anywhere">
            {note}
          </p>
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
          <Avatar id={createdBy.id} name={createdBy.name} size="sm" decorative />
          <bdi>{createdBy.name}</bdi>
          <span aria-hidden>·</span>
          <TimeAgo at={createdAt} />
          <span aria-hidden>·</span>
          <span className="tabular-nums">{countOf(wordCount, "word")}</span>
          {number > 1 && (
            <>
              <span aria-hidden>·</span>
              <WordCounts added={wordsAdded} removed={wordsRemoved} />
            </>
          )}
        </p>
      </div>
      <div className="flex gap-2">
        {number > 1 && (
          <Button asChild size="sm">
            <Link href={`${path}/compare?from=${String(number - 1)}&to=${String(number)}`}>
              What changed<span className="sr-only"> in revision {number}</span>
            </Link>
          </Button>
        )}
        <Button asChild size="sm">
          <Link href={`${path}/revisions/${String(number)}`}>
            Read<span className="sr-only"> revision {number}</span>
          </Link>
        </Button>
      </div>
    </li>
  );
}
