"use client";

import Link from "next/link";
import { ProfileSection } from "@/components/account/profile-section";
import { useDesk } from "@/components/desk/desk-context";
import { SavedChoice } from "@/components/document/saved-choice";
import { ReviewFields } from "@/components/document/review-fields";
import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { SavedText } from "@/components/draft/saved-inputs";
import { EXTENTS, VISIBILITY } from "@/components/publication/page-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { PageHeader } from "@/components/ui/page-header";
import { GateFields } from "./gate-fields";
import { PublisherFields } from "./publisher-fields";
import { RetentionFields } from "./retention-fields";
import { useWorkspaceForm } from "./use-workspace-form";

/** What holds for the whole workspace. All of it saves itself. */
export function WorkspaceSettings({ settings, canRequire }: { settings: Parameters<typeof useWorkspaceForm>[0]; canRequire: boolean }) {
  const form = useWorkspaceForm(settings, useDesk().person.id);
  const secondFactor = form.field("secondFactorRequired");
  return (
    <>
      <div className="grid gap-3 pb-8">
        <PageHeader
          title="Workspace settings"
          description="Everything saves itself as you write."
          actions={
            <>
              <Button asChild>
                <Link href="/settings/scales">Scales</Link>
              </Button>
              <Button asChild>
                <Link href="/settings/moderation">Moderation settings</Link>
              </Button>
            </>
          }
        />
        {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      </div>
      <ProfileSection title="Workspace" description="Its name stands in what is taken out.">
        <div className="sm:max-w-96">
          <SavedText label="Name" field={form.field("name")} required />
        </div>
      </ProfileSection>
      <ProfileSection title="Sign-in" description="Counts at once, for every member.">
        <div className="grid gap-2 sm:max-w-96">
          <Checkbox
            label="Second factor required"
            hint={
              canRequire
                ? "Members without one are led to set it up before anything else."
                : "Set up a second factor of your own first, in your profile. Then you can ask everybody for one."
            }
            checked={secondFactor.value}
            disabled={!canRequire && !secondFactor.value}
            onChange={(event) => secondFactor.onChange(event.target.checked)}
          />
          <FieldNotes label="Second factor required" field={secondFactor} show={(value) => (value ? "On" : "Off")} />
        </div>
      </ProfileSection>
      <ProfileSection title="Review" description="How claims come to their verdict in new documents. Each document can do otherwise.">
        <ReviewFields mode={form.field("reviewMode")} reviewers={form.field("reviewers")} panelRule={form.field("panelRule")} />
      </ProfileSection>
      <ProfileSection title="Before approval" description="What every claim needs, besides its ruling, a justification, and a sure place for each quote.">
        <GateFields minSources={form.field("minSources")} fieldOf={form.field} />
      </ProfileSection>
      <ProfileSection title="Published pages" description="What readers see of who publishes. Changes show at once, also on what is published already.">
        <PublisherFields fieldOf={form.field} />
      </ProfileSection>
      <ProfileSection
        title="New published pages"
        description="How they begin. Whoever publishes can choose otherwise, and pages that are there stay as they are."
      >
        <div className="grid gap-4 sm:max-w-96">
          <SavedChoice label="Who finds them" field={form.field("visibility")} options={VISIBILITY} />
          <SavedChoice label="How much of the text" field={form.field("extent")} options={EXTENTS} />
        </div>
      </ProfileSection>
      <ProfileSection
        title="How long things are kept"
        description="The audit log, what is published, and the history of what is there are kept for good: each entry of the log is sealed by the one after it."
      >
        <RetentionFields trash={form.field("trashDays")} told={form.field("toldDays")} />
      </ProfileSection>
    </>
  );
}
