"use client";

import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import { placeOfWords, type ThreadView } from "@/lib/domain/thread";
import type { Span } from "@/lib/domain/text";
import type { PersonView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import { Check, RotateCcw } from "lucide-react";
import { useEffect, useState } from "react";
import { CommentField } from "./comment-field";
import { CommentItem } from "./comment-item";
import { useComposer } from "./use-composer";
import type { Threads } from "./use-threads";

interface ThreadCardProps {
  thread: ThreadView;
  threads: Threads;
  personId: string;
  /** Those who take part, oneself included. */
  people: readonly PersonView[];
  /** The comment that the address names. */
  pointedId: string | null;
  /** The number of the revision that is shown. */
  revision: number;
  onGoTo: (span: Span) => void;
  onLink: (commentId: string) => void;
}

/** One discussion: what it is about, what was said, and the answer that is being written. */
export function ThreadCard({ thread, threads, personId, people, pointedId, revision, onGoTo, onLink }: ThreadCardProps) {
  const { can, resolved, comments } = thread;
  const [open, setOpen] = useState(resolved === null || comments.some(({ id }) => id === pointedId));
  const [answering, setAnswering] = useState(false);
  const composer = useComposer(personId, `thread:${thread.id}`, (body, draft) => threads.reply(thread.id, { body, draft }));
  const others = people.filter(({ id }) => id !== personId);
  const { see } = threads;
  const unread = open && comments.some((comment) => comment.unread);
  useEffect(() => {
    // Read after it stood there for a moment; the marks stay until one comes back.
    if (!unread) return undefined;
    const timer = setTimeout(() => void see(thread.id).catch(() => undefined), READ_MS);
    return () => clearTimeout(timer);
  }, [unread, see, thread.id]);

  const change = (what: { resolved?: boolean; blocking?: boolean }) => {
    threads.change(thread, what).catch((error: unknown) => toast.error("The discussion was not changed.", apiErrorOf(error).message));
  };
  async function send(): Promise<void> {
    if (await composer.send()) setAnswering(false);
  }

  return (
    <li className={cx("grid gap-3 rounded-[10px] border border-line px-3 py-3", resolved && "bg-paper")}>
      <div className="flex items-start gap-2">
        <div className="flex min-h-6 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <About thread={thread} revision={revision} onGoTo={onGoTo} />
          {thread.blocking && !resolved && (
            <Tag toned className="tone-mostly-false">
              keeps the claim from approval
            </Tag>
          )}
          {resolved && (
            <button
              type="button"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
              className="flex min-h-6 items-center gap-1 text-xs text-ink-2 hover:text-ink"
            >
              <Check aria-hidden size={12} /> Resolved by {resolved.by.name} · {open ? "hide" : "show"}
            </button>
          )}
        </div>
        {can.resolve && (
          <Button
            size="sm"
            variant="ghost"
            icon={resolved ? <RotateCcw aria-hidden size={12} /> : <Check aria-hidden size={12} />}
            onClick={() => change({ resolved: !resolved })}
          >
            {resolved ? "Reopen" : "Resolve"}
          </Button>
        )}
      </div>
      {open && (
        <>
          <ol aria-label="Comments" className="grid gap-3">
            {comments.map((comment) => (
              <CommentItem
                key={comment.id}
                comment={comment}
                personId={personId}
                people={people}
                pointed={comment.id === pointedId}
                onEdit={(version, words) => threads.edit(comment.id, version, words)}
                onDelete={() => threads.remove(comment.id)}
                onLink={() => onLink(comment.id)}
              />
            ))}
          </ol>
          {can.reply &&
            (answering || composer.value !== "" ? (
              <div className="grid gap-2">
                <CommentField label="Reply" composer={composer} people={others} onSend={() => void send()} autoFocus={answering} />
                <div className="flex gap-2">
                  <Button size="sm" variant="primary" loading={composer.sending} onClick={() => void send()}>
                    Send
                  </Button>
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() => {
                      composer.write("");
                      setAnswering(false);
                    }}
                  >
                    Cancel
                  </Button>
                </div>
              </div>
            ) : (
              <div className="flex flex-wrap gap-2">
                <Button size="sm" onClick={() => setAnswering(true)}>
                  Reply
                </Button>
                {can.setBlocking && !resolved && (
                  <Button size="sm" variant="ghost" onClick={() => change({ blocking: !thread.blocking })}>
                    {thread.blocking ? "Let the claim be approved" : "Keep the claim from approval"}
                  </Button>
                )}
              </div>
            ))}
        </>
      )}
    </li>
  );
}

/** Milliseconds in view until a discussion counts as read. */
const READ_MS = 1500;

interface AboutProps {
  thread: ThreadView;
  revision: number;
  onGoTo: (span: Span) => void;
}

function About({ thread: { claim, evidence, words }, revision, onGoTo }: AboutProps) {
  if (words) {
    const place = placeOfWords(words, revision);
    const quote = <span className="font-text">“{words.quote}”</span>;
    return (
      <span dir="auto" className="min-w-0 text-xs text-ink-2 wrap-anywhere">
        {place ? (
          <button type="button" onClick={() => onGoTo(place)} className="rounded text-start underline underline-offset-2 hover:text-ink">
            {quote}
          </button>
        ) : (
          <>
            {quote} {place === null ? "is not in the text any more" : "· in another revision of the text"}
          </>
        )}
        {place && place.status !== "exact" && place.status !== "moved" && <span className="text-warn"> · the words changed since</span>}
      </span>
    );
  }
  if (evidence) return <span className="text-xs text-ink-2">About the evidence “{evidence.title}”</span>;
  return claim ? null : <span className="text-xs text-ink-2">About the document</span>;
}
