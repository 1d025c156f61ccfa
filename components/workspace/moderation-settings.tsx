"use client";

import Link from "next/link";
import { ProfileSection } from "@/components/account/profile-section";
import { useDesk } from "@/components/desk/desk-context";
import { FieldNotes } from "@/components/draft/field-notes";
import { FormNote } from "@/components/draft/form-note";
import { SavedText } from "@/components/draft/saved-inputs";
import { Checkbox } from "@/components/ui/checkbox";
import { PageHeader } from "@/components/ui/page-header";
import { LimitFields } from "./limit-fields";
import { RulesField } from "./rules-field";
import { useModerationForm } from "./use-moderation-form";
import { WordLists } from "./word-lists";

/** By what the workspace is moderated. All of it saves itself. */
export function ModerationSettings({ settings }: { settings: Parameters<typeof useModerationForm>[0] }) {
  const form = useModerationForm(settings, useDesk().person.id);
  const open = form.field("publicTransparency");
  return (
    <>
      <div className="grid gap-3 pb-8">
        <PageHeader
          title="Moderation settings"
          eyebrow={<Link href="/settings">Workspace settings</Link>}
          description="Everything saves itself as you write."
        />
        {form.failure && <FormNote status={form.status} failure={form.failure} unsent="" />}
      </div>
      <ProfileSection
        title="Rules"
        description="Moderators choose one of them when they decide against something, and the person concerned reads it. Earlier decisions keep their words."
      >
        <RulesField field={form.field("moderationRules")} />
      </ProfileSection>
      <ProfileSection title="New members" description="What reviewers contribute first is seen by nobody but them, until a moderator has approved it.">
        <div className="sm:max-w-60">
          <SavedText
            label="Contributions that wait"
            hint="Claims, evidence, sources and comments; 0 for none."
            inputMode="numeric"
            field={form.field("approveFirst")}
          />
        </div>
      </ProfileSection>
      <ProfileSection
        title="Words and links"
        description="Looked for in comments, statements, questions, notes of evidence, and sources; not in quotes, which are the words of others."
      >
        <WordLists held={form.field("heldTerms")} refused={form.field("refusedTerms")} />
      </ProfileSection>
      <ProfileSection
        title="Pace"
        description="Claims, evidence, sources, questions, comments and reports of one person. Whoever is faster is asked to wait, and loses nothing."
      >
        <LimitFields fieldOf={form.field} />
      </ProfileSection>
      <ProfileSection title="In numbers" description="Members read how the workspace is moderated, without names, under “Moderation in numbers”.">
        <Checkbox
          label="Everybody may read it"
          hint="At /p/transparency, without an account."
          checked={open.value}
          onChange={(event) => open.onChange(event.target.checked)}
        />
        <FieldNotes label="Everybody may read it" field={open} show={(value) => (value ? "On" : "Off")} />
      </ProfileSection>
    </>
  );
}
