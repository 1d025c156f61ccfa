"use client";

import { ClaimCounts } from "@/components/claim/claim-counts";
import { filterClaims, type ClaimFilter } from "@/components/claim/claim-filter";
import { ClaimList } from "@/components/claim/claim-list";
import { ClaimPanel } from "@/components/claim/claim-panel";
import { SaveIndicator } from "@/components/ui/save-indicator";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/domain/role";
import type { ClaimView } from "@/lib/domain/views";
import { SaveStatusProvider, useSaveStatus } from "@/lib/ui/save-status";
import { useCallback, useMemo, useState } from "react";
import { claimsFor, DOCUMENT, SCALE, summaryOf } from "./fixtures";

const READER = { personId: "somebody", today: null };

interface ClaimSpecimenProps {
  role: Role;
  selected: string;
}

/** The list and the panel side by side over made-up claims. Writes go to the real address, and fail without a session. */
export function ClaimSpecimen(props: ClaimSpecimenProps) {
  return (
    <SaveStatusProvider personId="styleguide">
      <Specimen {...props} />
    </SaveStatusProvider>
  );
}

function Specimen({ role, selected }: ClaimSpecimenProps) {
  const [claims, setClaims] = useState(() => claimsFor(role));
  const [openId, setOpenId] = useState(selected);
  const [filter, setFilter] = useState<ClaimFilter>("all");
  const { indicator, retry } = useSaveStatus();
  const summaries = useMemo(() => claims.map(summaryOf), [claims]);
  const listed = useMemo(() => filterClaims(summaries, filter, READER), [summaries, filter]);
  const onChange = useCallback((claim: ClaimView) => setClaims((before) => before.map((each) => (each.id === claim.id ? claim : each))), []);
  const index = claims.findIndex((claim) => claim.id === openId);
  const initial = claims[index];
  const go = (to: number) => setOpenId(claims[to]?.id ?? openId);

  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[52px_minmax(0,1fr)] lg:grid-cols-[248px_minmax(0,1fr)_432px]">
      <header className="flex items-center gap-3 border-b border-line bg-surface px-4 lg:col-span-3">
        <h1 className="font-text font-semibold">Claim panel</h1>
        <span className="flex-1" />
        <SaveIndicator state={indicator} onRetry={retry} />
        <ThemeToggle />
      </header>
      <main id="main" className="contents">
        <nav aria-label="Claims" className="grid content-start gap-5 overflow-y-auto border-e border-line px-3 py-4 max-lg:hidden">
          <ClaimCounts claims={summaries} scale={SCALE} reader={READER} filter={filter} onFilter={setFilter} />
          <ClaimList claims={listed} scale={SCALE} text={DOCUMENT.revision.text} selectedId={openId} onOpen={setOpenId} />
        </nav>
        <div className="overflow-y-auto px-8 py-12 max-lg:hidden">
          <p className="mx-auto max-w-[66ch] font-text text-reading">{DOCUMENT.revision.text}</p>
        </div>
        <div className="min-h-0 border-s border-line">
          <ClaimPanel
            claimId={openId}
            document={DOCUMENT}
            me={{ id: role === "editor" ? "edda" : "sara", role }}
            position={index + 1}
            total={claims.length}
            onChange={onChange}
            onDeleted={(id) => setClaims((before) => before.filter((each) => each.id !== id))}
            commentId={null}
            onGoToFragment={(span) => toast.success(`Go to ${span.start}–${span.end}`)}
            onRemoveFragment={(id) => toast.success(`Remove ${id}`)}
            onLook={(id) => toast.success(`Look at ${id}`)}
            onNext={() => go(index + 1)}
            onPrevious={() => go(index - 1)}
            {...(initial ? { initial } : {})}
          />
        </div>
      </main>
    </div>
  );
}
