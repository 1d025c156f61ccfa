"use client";

import { SavedArea } from "@/components/draft/saved-inputs";
import { cx } from "@/components/ui/cx";
import type { SavedField } from "@/lib/ui/use-record-saver";
import type { KeyboardEvent } from "react";

const STATEMENT = "font-text text-statement font-semibold tracking-[-0.005em]";

interface ClaimStatementProps {
  field: SavedField<string>;
  editable: boolean;
}

/** What the verdict judges; edited where it stands. */
export function ClaimStatement({ field, editable }: ClaimStatementProps) {
  if (!editable) {
    return (
      <p dir="auto" className={cx(STATEMENT, "text-pretty wrap-anywhere")}>
        {field.value}
      </p>
    );
  }
  return <SavedArea label="Statement" labelHidden look="bare" rows={1} className={STATEMENT} field={field} onKeyDown={leaveOnEnter} />;
}

/** A statement is one paragraph: Enter is done, not a line break. */
function leaveOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.blur();
}
