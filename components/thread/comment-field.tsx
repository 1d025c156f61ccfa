"use client";

import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { COMMENT_MAX } from "@/lib/domain/thread";
import type { PersonView } from "@/lib/domain/views";
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Composer } from "./use-composer";
import { complete, matching, mentionQuery, type MentionQuery } from "./mention-query";

const MOST = 6;

interface CommentFieldProps {
  label: string;
  placeholder?: string;
  composer: Composer;
  /** Those who can be named. */
  people: readonly PersonView[];
  onSend: () => void;
  autoFocus?: boolean;
}

/** A comment being written: Markdown, "@" offers names, Ctrl or ⌘ with Enter sends. */
export function CommentField({ label, placeholder, composer, people, onSend, autoFocus = false }: CommentFieldProps) {
  const { value, write: onChange, problem, sending, waiting } = composer;
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const caret = useRef<number | null>(null);
  const list = useId();
  const offered = query ? matching(people, query, MOST) : [];

  useLayoutEffect(() => {
    if (caret.current !== null) area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function follow(element: HTMLTextAreaElement): void {
    area.current = element;
    setQuery(mentionQuery(element.value, element.selectionStart));
    setActive(0);
  }
  function choose(person: PersonView | undefined): void {
    if (!person || !query || !area.current) return;
    const done = complete(value, area.current.selectionStart, query, person.name);
    caret.current = done.caret;
    setQuery(null);
    onChange(done.text);
    area.current.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
    else if (offered.length === 0) return;
    else if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(offered[active]);
    else if (event.key === "Escape") setQuery(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <Field label={label} error={problem ?? undefined} hint={waiting ? "Kept here. It goes out when the network is back." : undefined}>
        <TextArea
          rows={2}
          maxLength={COMMENT_MAX}
          placeholder={placeholder}
          value={value}
          readOnly={sending}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={offered.length > 0 ? `${list}-${String(active)}` : undefined}
          autoFocus={autoFocus}
          onChange={(event) => {
            onChange(event.target.value);
            follow(event.target);
          }}
          onSelect={(event) => follow(event.currentTarget)}
          onBlur={() => setQuery(null)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {offered.length > 0 && (
        <ul
          id={list}
          role="listbox"
          aria-label="People to name"
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-60 overflow-y-auto rounded-lg border border-line-2 bg-surface p-1 shadow-float"
        >
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${list}-${String(index)}`}
              role="option"
              aria-selected={index === active}
              className={cx("flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 text-sm", index === active && "bg-accent-wash")}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              <Avatar id={person.id} name={person.name} size="sm" decorative />
              {person.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
