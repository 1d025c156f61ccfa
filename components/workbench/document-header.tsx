import Link from "next/link";
import { Fragment } from "react";
import { DocumentTitle } from "@/components/document/document-title";
import { DOCUMENT_KIND_NAMES } from "@/lib/domain/document";
import { httpUrl } from "@/lib/domain/url";
import type { DocumentView } from "@/lib/domain/views";
import { formatDate, formatNumber } from "@/lib/ui/format";
import { languageName } from "@/lib/ui/languages";

/** The title and what is known of the text, above it. */
export function DocumentHeader({ document }: { document: DocumentView }) {
  const url = document.url === null ? null : httpUrl(document.url);
  const facts = [
    DOCUMENT_KIND_NAMES[document.kind],
    ...[document.author, document.publication].filter((fact) => fact !== null),
    ...(document.publishedOn === null ? [] : [formatDate(document.publishedOn)]),
    languageName(document.language),
    `${formatNumber(document.revision.wordCount)} words`,
  ];
  return (
    <>
      <DocumentTitle document={document} />
      <p dir="ltr" className="mb-8 flex flex-wrap gap-x-2 border-b border-line pb-4 font-ui text-[0.8125rem]/5 text-ink-3">
        {facts.map((fact, index) => (
          <Fragment key={fact}>
            {index > 0 && <span aria-hidden>·</span>}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
        <span aria-hidden>·</span>
        <Link href={`/documents/${document.id}/revisions`} className="underline decoration-line-3 underline-offset-3 hover:text-ink">
          Revision {document.revision.number}
        </Link>
        {url && (
          <>
            <span aria-hidden>·</span>
            <a href={url} target="_blank" rel="noreferrer noopener" className="text-ink-2 underline underline-offset-3 hover:text-ink">
              Original
            </a>
          </>
        )}
      </p>
    </>
  );
}
