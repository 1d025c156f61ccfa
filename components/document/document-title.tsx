import { directionOf } from "@/lib/domain/text";
import type { DocumentFactsView } from "@/lib/domain/views";

/** The title above a document's text. */
export function DocumentTitle({ document }: { document: Pick<DocumentFactsView, "title" | "language"> }) {
  return (
    <h1
      dir={directionOf(document.language)}
      lang={document.language}
      className="mb-3 font-text text-[1.6875rem]/8.25 font-semibold tracking-tight text-balance sm:text-[2.125rem]/10"
    >
      {document.title}
    </h1>
  );
}
