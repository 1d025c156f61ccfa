"use client";

import { useSeen } from "@/components/notification/use-seen";
import { DataCache } from "@/components/ui/data-cache";
import { ErrorState } from "@/components/ui/error-state";
import type { Role } from "@/lib/domain/role";
import type { Span } from "@/lib/domain/text";
import type { ClaimView, DocumentView } from "@/lib/domain/views";
import { api, ApiError } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useEffect, useId, useRef, useState, type ComponentProps, type RefObject } from "react";
import { ClaimSheet, type PanelView } from "./claim-sheet";
import { ClaimSkeleton } from "./claim-skeleton";
import { UpdatesChip } from "./updates-chip";
import { useHeldClaim } from "./use-held-claim";

export interface ClaimPanelProps {
  claimId: string;
  /** A claim that has just come is rendered before anything else happens; else in between. */
  atOnce?: boolean;
  document: DocumentView;
  me: { id: string; role: Role };
  /** The claim's place among those listed, from 1. */
  position: number;
  total: number;
  /** Each new state of the claim, as the server answered it. */
  onChange: (claim: ClaimView) => void;
  onDeleted: (claimId: string) => void;
  /** The comment that the address names. */
  commentId: string | null;
  onGoToFragment: (span: Span) => void;
  onRemoveFragment: (anchorId: string) => void;
  /** Leads to where the place of a quote in doubt is settled. */
  onLook: (anchorId: string) => void;
  /** The revision that the claim's places belong to, as often as it is read. */
  onRevision?: (number: number) => void;
  onNext: () => void;
  onPrevious: () => void;
  /** The claim as the page was rendered with it. */
  initial?: ClaimView;
}

/** One claim beside the text. Needs a SaveStatusProvider above it. */
export function ClaimPanel(props: ClaimPanelProps) {
  return (
    <DataCache>
      <LoadedPanel {...props} />
    </DataCache>
  );
}

function LoadedPanel({ claimId, atOnce = false, initial, onRevision, ...props }: ClaimPanelProps) {
  const [view, setView] = useState<PanelView>({ tab: props.commentId === null ? "claim" : "discussion", detailsOpen: false });
  const query = useQuery({
    queryKey: queryKeys.claim(claimId),
    queryFn: ({ signal }) => api.get<ClaimView>(`/claims/${claimId}`, signal),
    retry: (count, error) => error instanceof ApiError && error.temporary && count < 1,
    ...(initial?.id === claimId ? { initialData: initial } : {}),
  });
  const { data, error } = query;
  const renderedId = useDeferredValue(data?.id);
  const claim = atOnce || renderedId === data?.id ? data : undefined;
  const [pointed, setPointed] = useState(props.commentId);
  if (props.commentId !== pointed) {
    // A link leads to another comment while the panel is open.
    setPointed(props.commentId);
    if (props.commentId !== null) setView({ ...view, tab: "discussion" });
  }
  useSeen({ claimId });
  const gone = error instanceof ApiError && (error.code === "not_found" || error.code === "gone");

  const revision = claim?.revision;
  useEffect(() => {
    if (revision !== undefined) onRevision?.(revision);
  }, [revision, onRevision]);

  const heading = useId();
  const panel = useRef<HTMLElement>(null);

  return (
    <section ref={panel} aria-labelledby={heading} className="relative flex h-full min-h-0 flex-col bg-surface">
      <h2 id={heading} className="sr-only">
        {claim && !gone ? `Claim ${claim.number}` : "Claim"}
      </h2>
      {gone ? (
        <ErrorState title="This claim is not here any more">It was deleted, perhaps by someone else. An editor can restore it for some time.</ErrorState>
      ) : claim ? (
        <HeldSheet key={claim.id} claim={claim} view={view} onView={setView} panel={panel} {...props} />
      ) : error ? (
        <ErrorState
          title="The claim did not load"
          onRetry={() => void query.refetch()}
          {...(error instanceof ApiError ? { reference: error.requestId ?? undefined } : {})}
        >
          Nothing was lost. {error.message}
        </ErrorState>
      ) : (
        <ClaimSkeleton />
      )}
    </section>
  );
}

type HeldSheetProps = ComponentProps<typeof ClaimSheet> & { panel: RefObject<HTMLElement | null> };

/** The claim as others leave it, without moving what one reads or writes. */
function HeldSheet({ claim, panel, onChange, ...props }: HeldSheetProps) {
  const held = useHeldClaim(claim, panel);
  const { own } = held;
  const change = useCallback(
    (done: ClaimView) => {
      own(done);
      onChange(done);
    },
    [own, onChange],
  );
  return (
    <>
      <ClaimSheet claim={held.claim} onChange={change} {...props} />
      <UpdatesChip count={held.updates} onShow={held.show} />
    </>
  );
}
