"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProfileSection } from "@/components/account/profile-section";
import { useDesk } from "@/components/desk/desk-context";
import { FormNote } from "@/components/draft/form-note";
import { SavedDate, SavedText } from "@/components/draft/saved-inputs";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { DOCUMENT_KIND_NAMES, DOCUMENT_KINDS, DOCUMENT_STATE_NAMES, DOCUMENT_STATES } from "@/lib/domain/document";
import type { DocumentFactsView, ScaleView } from "@/lib/domain/views";
import { LanguageField } from "./language-field";
import { MoveScaleDialog } from "./move-scale-dialog";
import { ReviewFields } from "./review-fields";
import { SavedChoice } from "./saved-choice";
import { labelNames } from "./scale-words";
import { useDocumentForm } from "./use-document-form";
import { useTrashDocument } from "./use-trash-document";

interface DocumentSettingsProps {
  document: DocumentFactsView;
  scales: readonly ScaleView[];
  scaleFixed: boolean;
  otherVersions: boolean;
  can: { delete: boolean; setReview: boolean; moveScale: boolean };
}

const KIND_OPTIONS = DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_NAMES[value] }));

/** What is known of a document, where it stands, how its claims are judged, and the way to the trash. All of it saves itself. */
export function DocumentSettings({ document, scales, scaleFixed, otherVersions, can }: DocumentSettingsProps) {
  const form = useDocumentForm(document, useDesk().person.id);
  const { values } = form;
  const [moving, setMoving] = useState(false);
  const scale = scales.find((each) => each.id === values.scaleId);
  const published = values.state === "published";
  const states = DOCUMENT_STATES.filter((state) => state !== "published" || published);
  return (
    <>
      <div className="grid gap-3 pb-8">
        <PageHeader title="Document settings" description="Everything saves itself as you write." />
        {form.failure && (
          <div className="flex flex-wrap items-center gap-3">
            <FormNote status={form.status} failure={form.failure} unsent="" />
            <Button size="sm" onClick={form.discard}>
              Back to what is saved
            </Button>
          </div>
        )}
      </div>
      <ProfileSection title="Facts" description="They stand above the text, and in whatever is taken out.">
        <div className="grid gap-4">
          <SavedText label="Title" field={form.field("title")} required />
          <div className="grid gap-4 sm:grid-cols-2">
            <SavedText label="Author" field={form.field("author")} />
            <SavedText label="Publication" field={form.field("publication")} />
            <SavedDate label="Published on" field={form.field("publishedOn")} />
            <LanguageField field={form.field("language")} />
          </div>
          <SavedText label="Address" field={form.field("url")} placeholder="https://…" inputMode="url" />
          <div className="grid gap-4 sm:grid-cols-2">
            <SavedChoice label="Kind" field={form.field("kind")} options={KIND_OPTIONS} />
          </div>
        </div>
      </ProfileSection>
      <ProfileSection title="Work" description="Where the check stands, for everybody who looks at the list.">
        <div className="sm:max-w-72">
          <SavedChoice
            label="State"
            field={form.field("state")}
            disabled={published}
            options={states.map((value) => ({ value, label: DOCUMENT_STATE_NAMES[value] }))}
            hint={published ? "Published documents stay published." : "Publication sets the last state, “Published”, itself."}
          />
        </div>
      </ProfileSection>
      <ProfileSection title="Verdicts" description="The scale on which all claims of this document are judged.">
        <div className="grid gap-2 sm:max-w-96">
          <SavedChoice
            label="Scale"
            field={form.field("scaleId")}
            disabled={scaleFixed}
            options={scales.map(({ id, name }) => ({ value: id, label: name }))}
            hint={scale && labelNames(scale)}
          />
          <p className="text-xs text-ink-2">
            {scaleFixed
              ? "It cannot change any more: claims are judged on it already, and verdicts of two scales cannot be compared."
              : "It can change until the first claim is judged."}
          </p>
          {scaleFixed && otherVersions && can.moveScale && (
            <div className="mt-2">
              <Button onClick={() => setMoving(true)}>Move to another version…</Button>
            </div>
          )}
          {moving && <MoveScaleDialog documentId={document.id} onClose={() => setMoving(false)} />}
        </div>
      </ProfileSection>
      <ProfileSection title="Review" description="How a claim of this document comes to its verdict.">
        <ReviewFields
          mode={form.field("reviewMode")}
          reviewers={form.field("reviewers")}
          panelRule={form.field("panelRule")}
          disabled={!can.setReview}
          marksApart={form.field("marksApart")}
          hint={can.setReview ? "While claims are assessed blind, the mode stays." : "Editors set this."}
        />
      </ProfileSection>
      {can.delete && (
        <ProfileSection title="Delete" description="The document goes to the trash with its claims. There it says until when it can be restored.">
          <TrashButton document={document} beforehand={form.submit} />
        </ProfileSection>
      )}
    </>
  );
}

function TrashButton({ document, beforehand }: { document: DocumentFactsView; beforehand: () => Promise<boolean> }) {
  const router = useRouter();
  const { trash } = useTrashDocument();
  const [busy, setBusy] = useState(false);

  async function remove() {
    setBusy(true);
    await beforehand();
    if (!(await trash(document, () => router.push("/documents")))) setBusy(false);
  }

  return (
    <Button variant="danger" loading={busy} onClick={() => void remove()}>
      Delete this document
    </Button>
  );
}
