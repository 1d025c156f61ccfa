"use client";

import { ProfileSection } from "@/components/account/profile-section";
import { useDesk } from "@/components/desk/desk-context";
import { PageHeader } from "@/components/ui/page-header";
import type { PublicationView } from "@/lib/queries/publication";
import { useState } from "react";
import { CorrectionList } from "./correction-list";
import { FlagList } from "./flag-list";
import { NextPublication } from "./next-publication";
import { PublicPageSettings } from "./public-page-settings";

/** A document on its way to the public: what is there, what would come, who sees it, what was corrected, and what readers report. */
export function Publish({ view: given }: { view: PublicationView }) {
  const [view, setView] = useState(given);
  const { person } = useDesk();
  const [before, setBefore] = useState(given);
  if (before !== given) {
    // The page was read anew.
    setBefore(given);
    setView(given);
  }
  const open = view.flags.filter(({ settled }) => settled === null).length;
  return (
    <>
      <div className="pb-8">
        <PageHeader
          title="Publish"
          description="An immutable state of the annotated text, for readers without an account. What is published changes by corrections only."
        />
      </div>
      {view.page && <PublicPageSettings view={view} page={view.page} onView={setView} />}
      <NextPublication view={view} personId={person.id} onView={setView} />
      {view.corrections.length > 0 && (
        <ProfileSection title="Corrections" description="Everything that was changed after publication, as readers see it.">
          <CorrectionList corrections={view.corrections} />
        </ProfileSection>
      )}
      {view.can.seeFlags && view.page && (
        <ProfileSection title={open > 0 ? `Reported (${open})` : "Reported"} description="What readers report on the public page. Only editors see it.">
          <FlagList flags={view.flags} documentId={view.document.id} />
        </ProfileSection>
      )}
    </>
  );
}
