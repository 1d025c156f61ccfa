"use client";

import { ExternalLink, Lock, Pencil } from "lucide-react";
import { ReportButton } from "@/components/moderation/report-button";
import { IconButton } from "@/components/ui/button";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { SOURCE_TYPE_NAMES } from "@/lib/domain/evidence";
import { httpUrl } from "@/lib/domain/url";
import type { SourceView } from "@/lib/domain/views";
import { formatDateShort } from "@/lib/ui/format";

interface SourceTableProps {
  sources: readonly SourceView[];
  onEdit: (source: SourceView) => void;
}

/** The sources with what each is and how often it is used. */
export function SourceTable({ sources, onEdit }: SourceTableProps) {
  return (
    <Table caption="Sources">
      <thead>
        <tr>
          <HeadCell>Source</HeadCell>
          <HeadCell className="max-md:hidden">Type</HeadCell>
          <HeadCell className="max-md:hidden">Published</HeadCell>
          <HeadCell numeric>Used</HeadCell>
          <HeadCell>
            <span className="sr-only">Edit, report</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Row key={source.id}>
            <Cell className="w-full max-w-0">
              <SourceName source={source} />
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2 max-md:hidden">{SOURCE_TYPE_NAMES[source.type]}</Cell>
            <Cell className="whitespace-nowrap text-ink-2 tabular-nums max-md:hidden">{source.publishedOn ? formatDateShort(source.publishedOn) : "–"}</Cell>
            <Cell numeric>{source.usageCount === 0 ? <span className="text-ink-3">–</span> : source.usageCount}</Cell>
            <Cell className="ps-0 whitespace-nowrap">
              {source.can.edit && (
                <IconButton label={`Edit ${source.title}`} icon={<Pencil aria-hidden size={14} />} size="sm" onClick={() => onEdit(source)} />
              )}
              {source.can.report && <ReportButton subject="source" id={source.id} name={source.title} />}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function SourceName({ source }: { source: SourceView }) {
  const url = source.url === null ? null : httpUrl(source.url);
  const maker = [source.publisher, source.author].filter(Boolean).join(" · ");
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <bdi className="min-w-0 font-medium wrap-anywhere">{source.title}</bdi>
        {source.primary && <Tag>Primary</Tag>}
        {source.confidential && (
          <Tag toned className="tone-mostly-false">
            <Lock aria-hidden size={10} /> Confidential
          </Tag>
        )}
      </p>
      <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
        {maker && <bdi>{maker}</bdi>}
        <span className="md:hidden">
          {maker && "· "}
          {SOURCE_TYPE_NAMES[source.type]}
        </span>
        {url && (
          <>
            {maker && <span aria-hidden>·</span>}
            <a
              href={url}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex min-w-0 items-center gap-1 underline underline-offset-3 hover:text-ink"
            >
              <span className="truncate">{new URL(url).hostname.replace(/^www\./, "")}</span> <ExternalLink aria-label="(opens in a new tab)" size={11} />
            </a>
          </>
        )}
      </p>
    </div>
  );
}
