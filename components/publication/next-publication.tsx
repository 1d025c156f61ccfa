"use client";

import { ProfileSection } from "@/components/account/profile-section";
import { SavedChoice } from "@/components/document/saved-choice";
import { FormNote } from "@/components/draft/form-note";
import { SavedArea, SavedText } from "@/components/draft/saved-inputs";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { CORRECTION_MEANINGS, CORRECTION_NAMES } from "@/lib/domain/correction";
import { STATE_NAMES } from "@/lib/domain/claim";
import type { PublicationView } from "@/lib/queries/publication";
import { countOf } from "@/lib/ui/format";
import { Check, CircleAlert, Eye } from "lucide-react";
import { useState } from "react";
import { DifferenceList } from "./difference-list";
import { EXTENTS, VISIBILITY } from "./page-words";
import { usePublishForm } from "./use-publish-form";

const CHANGES = (["refile", "update", "correction"] as const).map((value) => ({ value, label: CORRECTION_NAMES[value] }));
const STAYING = new Set(["approved", "published", "corrected", "voided"]);

interface NextPublicationProps {
  view: PublicationView;
  personId: string;
  onView: (view: PublicationView) => void;
}

/** What publishing now would do, what it still needs, and the button. */
export function NextPublication({ view, personId, onView }: NextPublicationProps) {
  const form = usePublishForm(view, personId, onView);
  const [asking, setAsking] = useState(false);
  const { page, missing, can, differences } = view;
  const revoked = page?.revoked ?? null;
  const nothingNew = differences?.length === 0;
  const ready = missing.length === 0 && !nothingNew && revoked === null;
  const { extent } = form.values;

  async function publish() {
    if (await form.submit()) toast.success("Published", "Readers see it now.");
  }

  return (
    <>
      <ProfileSection title={page ? "Next publication" : "First publication"} description="What readers would see if it was published now.">
        <div className="grid gap-5">
          <Readiness view={view} />
          <LeftOut view={view} />
          {differences && <DifferenceList differences={differences} />}
          <Button asChild className="justify-self-start">
            <a href={`/api/v1/documents/${view.document.id}/publication/preview?extent=${page?.extent ?? extent}`} target="_blank" rel="noopener">
              <Eye aria-hidden size={14} /> See it as readers will
            </a>
          </Button>
        </div>
      </ProfileSection>
      {can.publish && (
        <ProfileSection
          title={view.needsReason ? "What changed, and why" : "Publish it"}
          description={
            view.needsReason
              ? "Something that is published changes. Readers are told so, on the page and in the list of corrections."
              : "Readers see it at once."
          }
        >
          <div className="grid gap-4">
            {!page && (
              <>
                <SavedText label="Address" field={form.field("slug")} hint={`${view.pageAddress}${form.values.slug}`} required />
                <div className="grid gap-4 sm:grid-cols-2">
                  <SavedChoice label="Who finds it" field={form.field("visibility")} options={VISIBILITY} />
                  <SavedChoice label="How much of the text" field={form.field("extent")} options={EXTENTS} />
                </div>
              </>
            )}
            {view.needsReason && (
              <>
                <div className="sm:max-w-72">
                  <SavedChoice label="Kind" field={form.field("kind")} options={CHANGES} hint={CORRECTION_MEANINGS[form.values.kind]} />
                </div>
                <SavedText label="What was changed" field={form.field("what")} required />
                <SavedArea label="Why" field={form.field("why")} rows={2} required />
              </>
            )}
            {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
            <Button variant="primary" className="justify-self-start" disabled={!ready} loading={form.status === "saving"} onClick={() => setAsking(true)}>
              Publish…
            </Button>
          </div>
        </ProfileSection>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={page ? "Publish this version?" : "Publish this document?"}
        description={`${countOf(view.shown, "claim")}, ${view.fresh === 0 ? "none of them new" : `${view.fresh} of them for the first time`}. Published claims change by corrections only.`}
        confirmLabel="Publish"
        onConfirm={() => void publish()}
      />
    </>
  );
}

function Readiness({ view }: { view: PublicationView }) {
  if (view.page?.revoked) return <p className="text-sm">The page was taken back. Open it again before you publish.</p>;
  if (view.missing.length === 0)
    return (
      <p className="flex gap-2 text-sm">
        <Check aria-hidden size={16} className="mt-0.5 shrink-0 text-ink-2" />
        {countOf(view.shown, "claim")} would be shown{view.page ? "" : ", each with its verdict, reasons and sources"}.
      </p>
    );
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">Still missing</p>
      <ul className="grid gap-1">
        {view.missing.slice(0, 30).map((each) => (
          <li key={each} className="flex gap-2">
            <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-danger" />
            <span>{each.charAt(0).toUpperCase() + each.slice(1)}</span>
          </li>
        ))}
        {view.missing.length > 30 && <li>and {view.missing.length - 30} more</li>}
      </ul>
    </div>
  );
}

function LeftOut({ view }: { view: PublicationView }) {
  const staying = view.states.filter(({ state }) => !STAYING.has(state));
  if (staying.length === 0) return null;
  const words = staying.map(({ state, count }) => `${count} ${STATE_NAMES[state].toLowerCase()}`).join(", ");
  return <p className="text-sm text-ink-2">Not in it, and not to be found by readers: {words}.</p>;
}
