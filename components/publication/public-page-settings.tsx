"use client";

import { ProfileSection } from "@/components/account/profile-section";
import { useReport } from "@/components/moderation/use-report";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { PublicationView } from "@/lib/queries/publication";
import { api, apiErrorOf } from "@/lib/ui/api";
import { formatDate } from "@/lib/ui/format";
import { Flag, Lock } from "lucide-react";
import { useState } from "react";
import { LatestFew } from "./latest-few";
import { EXTENTS, VISIBILITY } from "./page-words";

interface PublicPageSettingsProps {
  view: PublicationView;
  page: NonNullable<PublicationView["page"]>;
  onView: (view: PublicationView) => void;
}

/** The published page: where it stands, who finds it, how much of the text it shows, its versions, and the way to take it back. */
export function PublicPageSettings({ view, page, onView }: PublicPageSettingsProps) {
  const [busy, setBusy] = useState(false);
  const { can, document } = view;
  const { report, window: reporting } = useReport("page", page.id, page.createdById);

  async function set(change: { visibility?: string; extent?: string; revoked?: boolean }) {
    setBusy(true);
    try {
      onView(await api.patch<PublicationView>(`/documents/${document.id}/publication`, { version: page.version, ...change }));
      toast.success("Done", "It holds at once, for every version of the page.");
    } catch (error) {
      const failure = apiErrorOf(error);
      if (failure.current) onView(failure.current as PublicationView); // a conflict carries the view that is true now
      toast.error("That was not changed.", failure.message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <ProfileSection
      title={page.revoked ? "Taken back" : "Published"}
      description={page.revoked ? `By ${page.revoked.by.name}, ${formatDate(page.revoked.at)}. Readers find nothing there.` : "What readers see now."}
    >
      {reporting}
      <div className="grid gap-5">
        {page.locked && (
          <p className="flex items-start gap-2 rounded bg-sunk px-3 py-2 text-sm text-pretty">
            <Lock aria-hidden size={14} className="mt-[3px] shrink-0" /> A moderator locked this page: nobody can change it, or publish here, until it is
            unlocked.
          </p>
        )}
        {page.revoked ? (
          <p className="text-sm break-all text-ink-2">{page.url}</p>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <a href={page.url} target="_blank" rel="noopener" className="text-sm break-all text-accent underline underline-offset-3">
              {page.url}
            </a>
            {report && (
              <Button size="sm" variant="ghost" onClick={report}>
                <Flag aria-hidden size={14} /> Report…
              </Button>
            )}
          </div>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Who finds it">
            <Select
              options={VISIBILITY}
              value={page.visibility}
              disabled={busy || !can.setPage}
              onChange={(event) => void set({ visibility: event.target.value })}
            />
          </Field>
          <Field label="How much of the text">
            <Select options={EXTENTS} value={page.extent} disabled={busy || !can.setPage} onChange={(event) => void set({ extent: event.target.value })} />
          </Field>
        </div>
        <LatestFew
          noun="versions"
          className="grid gap-1 text-sm"
          items={page.publications.map(({ number, at, by }) => (
            <li key={number}>
              {page.revoked ? (
                `Version ${number}`
              ) : (
                <a href={`${page.url}?version=${number}`} target="_blank" rel="noopener" className="underline underline-offset-3">{`Version ${number}`}</a>
              )}
              <span className="text-ink-2">
                {" "}
                · {formatDate(at)} · {by.name}
              </span>
            </li>
          ))}
        />
        {can.setPage &&
          (page.revoked ? (
            <Button className="justify-self-start" loading={busy} onClick={() => void set({ revoked: false })}>
              Open the page again
            </Button>
          ) : (
            <AlertDialog
              trigger={
                <Button variant="danger" className="justify-self-start" loading={busy}>
                  Take the page back…
                </Button>
              }
              title="Take this page back?"
              description="Readers find nothing there, in no version, until it is opened again. Links to it lead to a page that says so."
              confirmLabel="Take it back"
              danger
              onConfirm={() => void set({ revoked: true })}
            />
          ))}
      </div>
    </ProfileSection>
  );
}
