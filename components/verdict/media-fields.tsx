"use client";

import { SavedArea, SavedSelect, SavedText } from "@/components/draft/saved-inputs";
import { MEDIA_AUTHENTICITY, MEDIA_AUTHENTICITY_MEANINGS, MEDIA_AUTHENTICITY_NAMES, type MediaFinding } from "@/lib/domain/media";
import type { RecordForm } from "@/lib/ui/use-record-saver";

const OPTIONS = MEDIA_AUTHENTICITY.map((value) => ({ value, label: MEDIA_AUTHENTICITY_NAMES[value] }));

/** What was found of the image or recording that a claim is about. */
export function MediaFields({ form }: { form: Pick<RecordForm<MediaFinding>, "field" | "values"> }) {
  const { mediaAuthenticity } = form.values;
  return (
    <div role="group" aria-label="The image or recording" className="grid gap-2">
      <SavedSelect
        label="The image or recording is"
        field={form.field("mediaAuthenticity")}
        options={OPTIONS}
        emptyLabel="Not found out"
        {...(mediaAuthenticity ? { hint: MEDIA_AUTHENTICITY_MEANINGS[mediaAuthenticity] } : {})}
      />
      <SavedArea label="Where the original comes from" field={form.field("mediaContext")} rows={2} placeholder="Filmed in 2014, at another port." />
      <SavedText label="Address of the original" field={form.field("mediaOriginalUrl")} placeholder="https://" />
    </div>
  );
}
