"use client";

import { SavedDate, SavedSelect, SavedText } from "@/components/draft/saved-inputs";
import { cx } from "@/components/ui/cx";
import { CHECK_WORTHINESS, CLAIM_TYPES, SHORT_FORM_MAX, type CheckWorthiness } from "@/lib/domain/claim";
import { MEDIA_KIND_NAMES, MEDIA_KINDS } from "@/lib/domain/media";
import { formatDateShort } from "@/lib/ui/format";
import type { RecordForm } from "@/lib/ui/use-record-saver";
import { ChevronRight } from "lucide-react";
import { TYPE_NAMES, WORTHINESS_NAMES } from "./names";
import { TagsField } from "./tags-field";
import type { ClaimValues } from "./use-claim-form";

const TYPE_OPTIONS = CLAIM_TYPES.map((value) => ({ value, label: TYPE_NAMES[value] }));
const MEDIA_OPTIONS = MEDIA_KINDS.map((value) => ({ value, label: MEDIA_KIND_NAMES[value] }));
const WORTHINESS_OPTIONS = CHECK_WORTHINESS.map((value) => ({ value, label: WORTHINESS_NAMES[value] }));

interface ClaimDetailsProps {
  form: RecordForm<ClaimValues>;
  editable: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Who said it and when, what kind of claim it is: one line when closed, the fields when open. */
export function ClaimDetails({ form, editable, open, onOpen }: ClaimDetailsProps) {
  const summary = summaryOf(form.values);
  const { shortForm } = form.values;
  if (!editable) {
    const facts = shortForm ? [`Short form: ${shortForm}`, ...summary] : summary;
    return facts.length > 0 ? (
      <p dir="auto" className="text-xs text-ink-2">
        {facts.join(" · ")}
      </p>
    ) : null;
  }
  return (
    <details open={open} onToggle={(event) => onOpen(event.currentTarget.open)} className="group/details">
      <summary className="-mx-1.5 flex min-h-7 list-none items-center gap-1.5 rounded px-1.5 text-xs text-ink-2 hover:bg-ink/4 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={12}
          className="shrink-0 text-ink-3 transition-transform group-open/details:rotate-90 rtl:rotate-180 rtl:group-open/details:rotate-90"
        />
        <span className="sr-only">Details: </span>
        {open ? (
          "Details"
        ) : summary.length > 0 ? (
          <bdi className="truncate">{summary.join(" · ")}</bdi>
        ) : (
          <span className="text-ink-3">Short form, speaker, date, type, tags</span>
        )}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <SavedText
            label="Short form"
            field={form.field("shortForm")}
            placeholder="The statement in a few words"
            aside={
              <span className={cx(shortForm.length > SHORT_FORM_MAX && "font-medium text-danger")}>
                {shortForm.length}/{SHORT_FORM_MAX}
              </span>
            }
          />
        </div>
        <SavedText label="Speaker" field={form.field("speaker")} />
        <SavedDate label="Said on" field={form.field("saidOn")} />
        <SavedSelect label="Type" field={form.field("type")} options={TYPE_OPTIONS} emptyLabel="Not set" />
        <SavedSelect label="Worth checking" field={form.field("checkWorthiness")} options={WORTHINESS_OPTIONS} emptyLabel="Not set" />
        <SavedSelect label="About" field={form.field("mediaKind")} options={MEDIA_OPTIONS} emptyLabel="Words alone" />
        {form.values.mediaKind !== null && <SavedText label="Where it is to be seen" field={form.field("mediaUrl")} placeholder="https://" />}
        <TagsField field={form.field("tags")} />
      </div>
    </details>
  );
}

const WORTH: Record<CheckWorthiness, string> = { low: "hardly worth checking", medium: "worth checking", high: "well worth checking" };

function summaryOf(values: ClaimValues): string[] {
  const about = values.mediaKind && `About ${MEDIA_KIND_NAMES[values.mediaKind].toLowerCase()}`;
  const parts = [values.speaker, values.saidOn && formatDateShort(values.saidOn), about, values.checkWorthiness && WORTH[values.checkWorthiness]];
  return parts.filter((part): part is string => Boolean(part));
}
