"use client";

import { useReport } from "@/components/moderation/use-report";
import { Avatar } from "@/components/ui/avatar";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Markdown } from "@/components/ui/markdown";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import { toast } from "@/components/ui/toast";
import { mentionsIn, type CommentView } from "@/lib/domain/thread";
import type { PersonView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import { Ellipsis, Flag, Link2, Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { CommentField } from "./comment-field";
import { useComposer } from "./use-composer";

interface CommentItemProps {
  comment: CommentView;
  personId: string;
  people: readonly PersonView[];
  /** True for the one that the address names. */
  pointed: boolean;
  onEdit: (version: number, words: { body: string; draft: string }) => Promise<void>;
  onDelete: () => Promise<void>;
  onLink: () => void;
}

/** One comment of a discussion. */
export function CommentItem({ comment, personId, people, pointed, onEdit, onDelete, onLink }: CommentItemProps) {
  const { author, deleted, unread } = comment;
  const [editing, setEditing] = useState(false);
  const { report, window: reporting } = useReport("comment", comment.id, comment.author.id);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (pointed) item.current?.scrollIntoView({ block: "center" });
  }, [pointed]);

  function remove(): void {
    onDelete().catch((error: unknown) => toast.error("The comment was not deleted.", apiErrorOf(error).message));
  }

  return (
    <li
      ref={item}
      id={`comment-${comment.id}`}
      className={cx("grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded", pointed && "bg-accent-wash outline-6 outline-accent-wash")}
    >
      <Avatar id={author.id} name={author.name} decorative />
      <div className="grid gap-1">
        <p className="flex min-h-6 flex-wrap items-center gap-x-2 text-xs text-ink-3">
          <span className="text-sm font-medium text-ink">{author.name}</span>
          <TimeAgo at={comment.createdAt} />
          {comment.editedAt && <span>edited</span>}
          {comment.held && (
            <Tag toned className="tone-half">
              Waits for a moderator
            </Tag>
          )}
          {unread && (
            <span className="flex items-center gap-1 font-medium text-accent">
              <span aria-hidden className="size-1.5 rounded-full bg-accent" /> new
            </span>
          )}
          {!deleted && (
            <span className="ms-auto">
              <Menu align="end" trigger={<IconButton size="sm" label={`Comment of ${author.name}`} icon={<Ellipsis size={14} />} />}>
                <MenuItem icon={<Link2 size={14} />} onSelect={onLink}>
                  Copy the link
                </MenuItem>
                {report && (
                  <MenuItem icon={<Flag size={14} />} onSelect={report}>
                    Report…
                  </MenuItem>
                )}
                {comment.can.edit && (
                  <>
                    <MenuItem icon={<Pencil size={14} />} onSelect={() => setEditing(true)}>
                      Edit
                    </MenuItem>
                    <MenuItem icon={<Trash2 size={14} />} danger onSelect={remove}>
                      Delete
                    </MenuItem>
                  </>
                )}
              </Menu>
            </span>
          )}
        </p>
        {reporting}
        {deleted ? (
          <p className="text-sm text-ink-3 italic">{comment.hidden ? "A moderator hid this comment." : `${author.name} deleted this comment.`}</p>
        ) : editing ? (
          <CommentEditor comment={comment} personId={personId} people={people} onEdit={onEdit} onClose={() => setEditing(false)} />
        ) : (
          <Markdown text={withNames(comment.body, people)} className="text-sm" />
        )}
      </div>
    </li>
  );
}

interface CommentEditorProps extends Pick<CommentItemProps, "comment" | "personId" | "people" | "onEdit"> {
  onClose: () => void;
}

function CommentEditor({ comment, personId, people, onEdit, onClose }: CommentEditorProps) {
  const composer = useComposer(personId, `comment:${comment.id}`, (body, draft) => onEdit(comment.version, { body, draft }), comment.body);
  const save = async () => {
    if (await composer.send()) onClose();
  };
  return (
    <div className="grid gap-2">
      <CommentField label="Your comment" composer={composer} people={people.filter(({ id }) => id !== personId)} onSend={() => void save()} autoFocus />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" loading={composer.sending} onClick={() => void save()}>
          Save
        </Button>
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            composer.write(comment.body);
            onClose();
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Names set off from what is said. */
function withNames(body: string, people: readonly PersonView[]): string {
  let text = body;
  for (const { start, end } of mentionsIn(body, people).reverse()) text = `${text.slice(0, start)}**${text.slice(start, end)}**${text.slice(end)}`;
  return text;
}
