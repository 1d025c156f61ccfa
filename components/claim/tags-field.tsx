"use client";

import { FieldNotes } from "@/components/draft/field-notes";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { X } from "lucide-react";
import { useState, type KeyboardEvent } from "react";

const SEPARATOR = /[,;\n]/;

/** The tags with the new ones at the end, none twice. */
export function withTags(tags: readonly string[], typed: string): readonly string[] {
  const added = typed
    .split(SEPARATOR)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return [...new Set([...tags, ...added])];
}

/** Topics, added one by one or as a list with commas. */
export function TagsField({ field }: { field: SavedField<readonly string[]> }) {
  const [typed, setTyped] = useState("");
  const tags = field.value;

  function add() {
    if (withTags(tags, typed).length > tags.length) field.onChange(withTags(tags, typed));
    setTyped("");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === ",") {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && typed === "" && tags.length > 0) field.onChange(tags.slice(0, -1));
  }

  return (
    <div className="grid content-start gap-2">
      <Field label="Tags" error={field.error}>
        {tags.length > 0 && (
          <ul className="flex flex-wrap gap-1">
            {tags.map((tag) => (
              <li key={tag} className="flex items-center rounded-[4px] bg-sunk ps-2 text-xs text-ink-2">
                <bdi>{tag}</bdi>
                <button
                  type="button"
                  onClick={() => field.onChange(tags.filter((each) => each !== tag))}
                  className="flex size-6 items-center justify-center rounded hover:text-ink"
                >
                  <X aria-hidden size={12} />
                  <span className="sr-only">Remove the tag {tag}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <TextInput
          value={typed}
          placeholder="Add a tag"
          onKeyDown={onKeyDown}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            add();
            field.onBlur();
          }}
        />
      </Field>
      <FieldNotes label="Tags" field={field} show={(value) => value.join(", ")} />
    </div>
  );
}
