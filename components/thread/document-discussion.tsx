"use client";

import { DataCache } from "@/components/ui/data-cache";
import type { Role } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { DocumentView } from "@/lib/domain/views";
import { Discussion } from "./discussion";
import { SubjectLine } from "./subject-line";

interface DocumentDiscussionProps {
  document: DocumentView;
  me: { id: string; role: Role };
  commentId: string | null;
  /** Words of the text about which a discussion is being begun. */
  words: Span | null;
  /** The words are not spoken of any more. */
  onWordsDone: () => void;
  onGoTo: (span: Span) => void;
  hint: string;
}

/** What is said about the document as a whole, and about words of its text. */
export function DocumentDiscussion({ document, me, commentId, words, onWordsDone, onGoTo, hint }: DocumentDiscussionProps) {
  const { revision } = document;
  return (
    <section aria-labelledby="discussion-heading" className="flex h-full min-h-0 flex-col bg-surface">
      <header className="flex min-h-10 shrink-0 items-center border-b border-line px-5">
        <h2 id="discussion-heading" className="font-medium">
          Discussion
        </h2>
      </header>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-5 py-4">
        <p className="text-xs text-ink-3">{hint}</p>
        <DataCache>
          <Discussion
            // A draft about other words is another draft.
            key={words ? `${String(words.start)}-${String(words.end)}` : "document"}
            documentId={document.id}
            me={me}
            members={document.members}
            pointedId={commentId}
            revision={document.revision.number}
            onGoTo={onGoTo}
            about={(thread) => thread.claim === null}
            subject={words ? { words: { revisionId: revision.id, start: words.start, end: words.end } } : {}}
            record={words ? `discussion:${document.id}:${String(words.start)}-${String(words.end)}` : `discussion:${document.id}`}
            mayBlock={false}
            empty="What concerns the whole document is said here. To speak of some words, select them and press M."
            onStarted={onWordsDone}
            lead={
              words && (
                <SubjectLine dropLabel="Speak of the document instead" onDrop={onWordsDone}>
                  <span className="font-text">{revision.text.slice(words.start, words.end)}</span>
                </SubjectLine>
              )
            }
          />
        </DataCache>
      </div>
    </section>
  );
}
