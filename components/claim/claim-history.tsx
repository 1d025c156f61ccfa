"use client";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonText } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ClaimEvents, DocumentView, EventView } from "@/lib/domain/views";
import { api } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { HistoryChange } from "./history-change";
import { eventSentence } from "./history-words";

interface ClaimHistoryProps {
  claimId: string;
  members: DocumentView["members"];
  /** Gives the claim's fields what they were before a change; left out where the claim may not change. */
  onRevert: ((seq: number) => void) | undefined;
}

/** Who did what, when, and what it was before. */
export function ClaimHistory({ claimId, members, onRevert }: ClaimHistoryProps) {
  const query = useQuery({
    queryKey: queryKeys.claimEvents(claimId),
    queryFn: ({ signal }) => api.get<ClaimEvents>(`/claims/${claimId}/events`, signal),
  });
  if (query.isPending) return <SkeletonText lines={6} />;
  if (query.isError && !query.data) {
    return (
      <ErrorState title="The history did not load" onRetry={() => void query.refetch()}>
        Nothing was lost. {query.error.message}
      </ErrorState>
    );
  }
  const { items, earlier } = query.data;
  if (items.length + earlier.length === 0) return <EmptyState title="No history yet">What happens to this claim is listed here.</EmptyState>;
  return (
    <div className="grid gap-6">
      <HistoryList label="History" events={items} members={members} onRevert={onRevert} />
      {earlier.length > 0 && (
        <section aria-labelledby="earlier-history" className="grid gap-4 border-t border-line pt-4">
          <h3 id="earlier-history" className="eyebrow">
            Before it was brought in
          </h3>
          <HistoryList label="Before it was brought in" events={earlier} members={members} />
        </section>
      )}
    </div>
  );
}

interface HistoryListProps {
  label: string;
  events: readonly EventView[];
  members: DocumentView["members"];
  onRevert?: ClaimHistoryProps["onRevert"];
}

function HistoryList({ label, events, members, onRevert }: HistoryListProps) {
  return (
    <ol aria-label={label} className="grid gap-4">
      {events.map((event) => (
        <li key={event.seq} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
          <Avatar id={event.actor.id} name={event.actor.name} decorative />
          <div className="grid gap-1.5">
            <p className="text-sm text-ink-2">
              <span className="font-medium text-ink">{event.actor.name}</span> {eventSentence(event.type)}
              <TimeAgo at={event.at} className="ms-2 text-xs text-ink-3" />
            </p>
            {event.changes.length > 0 && (
              <dl className="grid gap-1.5 text-xs">
                {event.changes.map((change) => (
                  <HistoryChange key={change.field} change={change} members={members} />
                ))}
              </dl>
            )}
            {onRevert && event.type === "claim.updated" && (
              <Button
                size="sm"
                variant="ghost"
                className="-ms-2 justify-self-start"
                icon={<RotateCcw aria-hidden size={12} />}
                onClick={() => onRevert(event.seq)}
              >
                Restore what was before
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
