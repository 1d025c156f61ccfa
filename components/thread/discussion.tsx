"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonText } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { ThreadView } from "@/lib/domain/thread";
import type { MemberView } from "@/lib/domain/views";
import { MessageSquarePlus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { CommentField } from "./comment-field";
import { ThreadCard } from "./thread-card";
import { useComposer } from "./use-composer";
import { useThreads, type ThreadSubject } from "./use-threads";

export interface DiscussionProps {
  documentId: string;
  me: { id: string; role: Role };
  members: readonly MemberView[];
  /** The comment that the address names. */
  pointedId: string | null;
  /** The number of the revision that is shown. */
  revision: number;
  onGoTo: (span: Span) => void;
}

interface DiscussionOf extends DiscussionProps {
  /** Which of the document's discussions are shown. */
  about: (thread: ThreadView) => boolean;
  /** What a new one is about. */
  subject: ThreadSubject;
  /** Names the draft of a new one. */
  record: string;
  /** True where a discussion can keep a claim from being approved. */
  mayBlock: boolean;
  empty: ReactNode;
  /** Shown above the field of a new one. */
  lead?: ReactNode;
  onStarted?: () => void;
}

/** Discussions about one thing, and the beginning of a new one. Needs the data cache above it. */
export function Discussion({ documentId, me, members, pointedId, revision, onGoTo, about, subject, record, mayBlock, empty, lead, onStarted }: DiscussionOf) {
  const threads = useThreads(documentId);
  const [blocking, setBlocking] = useState(false);
  const composer = useComposer(me.id, record, (body, draft) => threads.start(subject, { body, draft }, blocking));
  const people = members.filter((member) => member.role !== "reader");
  const others = people.filter(({ id }) => id !== me.id);
  const shown = threads.list?.filter(about) ?? [];
  const sorted = [...shown.filter(({ resolved }) => !resolved), ...shown.filter(({ resolved }) => resolved)];

  async function send(): Promise<void> {
    if (!(await composer.send())) return;
    setBlocking(false);
    onStarted?.();
  }
  function copyLink(commentId: string): void {
    const url = new URL(window.location.href);
    url.searchParams.set("comment", commentId);
    navigator.clipboard.writeText(url.href).then(
      () => toast.success("The link is copied."),
      () => toast.error("The browser did not allow copying."),
    );
  }

  if (threads.error)
    return (
      <ErrorState title="The discussions did not load" onRetry={threads.retry}>
        Nothing was lost. {threads.error.message}
      </ErrorState>
    );
  if (!threads.list) return <SkeletonText lines={5} />;
  return (
    <div className="grid gap-4">
      {sorted.length === 0 ? (
        <EmptyState title="Nothing said yet">{empty}</EmptyState>
      ) : (
        <ul aria-label="Discussions" className="grid gap-3">
          {sorted.map((thread) => (
            <ThreadCard
              key={thread.id}
              thread={thread}
              threads={threads}
              personId={me.id}
              people={people}
              pointedId={pointedId}
              revision={revision}
              onGoTo={onGoTo}
              onLink={copyLink}
            />
          ))}
        </ul>
      )}
      <div className="grid gap-2 border-t border-line pt-4">
        {lead}
        <CommentField label="New discussion" placeholder="Markdown; @ names a person" composer={composer} people={others} onSend={() => void send()} />
        {mayBlock && (
          <Checkbox label="Keep the claim from approval until this is resolved" checked={blocking} onChange={(event) => setBlocking(event.target.checked)} />
        )}
        <Button
          className="justify-self-start"
          icon={<MessageSquarePlus aria-hidden size={14} />}
          loading={composer.sending}
          disabled={composer.value.trim() === ""}
          onClick={() => void send()}
        >
          Start the discussion
        </Button>
      </div>
    </div>
  );
}
