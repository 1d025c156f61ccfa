"use client";

import { Button, IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import type { QuestionView } from "@/lib/domain/views";
import { Ellipsis, Pencil, Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";

interface QuestionItemProps {
  question: QuestionView;
  onAnswer: () => void;
  onEdit: () => void;
  onUnanswerable: () => void;
  onDelete: () => void;
  /** The evidence that answers it; null for none. */
  answers: ReactNode;
}

/** One question with what answers it. */
export function QuestionItem({ question, onAnswer, onEdit, onUnanswerable, onDelete, answers }: QuestionItemProps) {
  const { number, text, unanswerable, note } = question;
  const open = answers === null && !unanswerable;
  return (
    <li className="grid gap-2">
      <div className="flex items-start gap-2">
        <span className="mt-px text-xs/5 font-semibold text-ink-3 tabular-nums">
          <span className="sr-only">Question </span>
          {number}
        </span>
        <p dir="auto" className="min-w-0 flex-1 font-medium text-pretty wrap-anywhere">
          {text}
        </p>
        {question.can.edit && (
          <Menu align="end" trigger={<IconButton size="sm" label={`Question ${number}`} icon={<Ellipsis size={14} />} className="-my-0.5 -me-1.5" />}>
            <MenuItem icon={<Pencil size={14} />} onSelect={onEdit}>
              Edit…
            </MenuItem>
            <MenuItem icon={<Trash2 size={14} />} danger onSelect={onDelete}>
              Delete
            </MenuItem>
          </Menu>
        )}
      </div>
      <div className="grid gap-2 border-s-2 border-line ps-3">
        {unanswerable && (
          <Tag toned className="tone-off justify-self-start">
            no answer can be found
          </Tag>
        )}
        {open && <p className="text-xs text-ink-3">Not answered yet.</p>}
        {answers}
        {note && (
          <p dir="auto" className="text-xs whitespace-pre-line text-ink-2">
            {note}
          </p>
        )}
        {question.can.edit && !unanswerable && (
          <div className="flex flex-wrap gap-x-1">
            <Button size="sm" variant="ghost" onClick={onAnswer} icon={<Plus aria-hidden size={14} />} className="-ms-2">
              {open ? "Answer with evidence" : "Another answer"}
            </Button>
            {open && (
              <Button size="sm" variant="ghost" onClick={onUnanswerable}>
                No answer can be found
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
