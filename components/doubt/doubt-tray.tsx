"use client";

import { Check, ChevronLeft, ChevronRight, Hand, Trash2, X } from "lucide-react";
import { useSeen } from "@/components/notification/use-seen";
import { Button, IconButton } from "@/components/ui/button";
import { DataCache } from "@/components/ui/data-cache";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Kbd } from "@/components/ui/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import type { DoubtView } from "@/lib/domain/revision";
import { DoubtCard } from "./doubt-card";
import { useSpokenPlace, type SpokenPlace } from "./spoken-place";
import { useTray, type Tray, type TrayProps } from "./use-tray";

interface DoubtTrayProps extends TrayProps {
  onShowNewer: () => void;
  onOpenClaim: (claimId: string) => void;
  /** What of the text is spoken of; null at the end. Keep the identity. */
  onSpeak: (spoken: SpokenPlace | null) => void;
}

/** The quotes whose place is in doubt, one after the other. */
export function DoubtTray(props: DoubtTrayProps) {
  return (
    <DataCache>
      <LoadedTray {...props} />
    </DataCache>
  );
}

function LoadedTray({ onShowNewer, onOpenClaim, onSpeak, ...props }: DoubtTrayProps) {
  const tray = useTray(props);
  useSpokenPlace(tray, onSpeak);
  useSeen({ documentId: props.documentId });
  return (
    <section aria-labelledby="tray-heading" className="flex h-full min-h-0 flex-col bg-surface">
      <TrayHeader tray={tray} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TrayBody tray={tray} newer={props.newer} onShowNewer={onShowNewer} onOpenClaim={onOpenClaim} />
      </div>
      {tray.current && <TrayFoot tray={tray} doubt={tray.current} />}
    </section>
  );
}

function TrayHeader({ tray: { current, index, total, step, close } }: { tray: Tray }) {
  const turned = "rtl:rotate-180";
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line ps-5 pe-3">
      <h2 id="tray-heading" className="font-medium">
        Needs a look
      </h2>
      <span role="status" className="ms-auto text-xs text-ink-3 tabular-nums">
        {current ? `${String(index + 1)} of ${String(total)}` : ""}
      </span>
      <span className="flex">
        <IconButton
          size="sm"
          label="Previous quote"
          aria-keyshortcuts="k"
          icon={<ChevronLeft aria-hidden size={14} className={turned} />}
          disabled={index <= 0}
          onClick={() => step(-1)}
        />
        <IconButton
          size="sm"
          label="Next quote"
          aria-keyshortcuts="j"
          icon={<ChevronRight aria-hidden size={14} className={turned} />}
          disabled={index >= total - 1}
          onClick={() => step(1)}
        />
        <IconButton size="sm" label="Close the tray" icon={<X aria-hidden size={14} />} className="max-lg:hidden" onClick={close} />
      </span>
    </header>
  );
}

function TrayFoot({ tray: { busy, choosing, only, choose, drop }, doubt }: { tray: Tray; doubt: DoubtView }) {
  if (choosing) return null;
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-surface px-5 py-2.5 print:hidden">
      {doubt.can.settle ? (
        <>
          <Button icon={<Hand aria-hidden size={14} />} disabled={busy} onClick={() => choose(true)}>
            Choose by hand <Kbd keys="h" />
          </Button>
          <Button variant="ghost" icon={<Trash2 aria-hidden size={14} />} disabled={busy} onClick={drop}>
            {only ? "Delete the claim" : "Drop this quote"} <Kbd keys="d" />
          </Button>
        </>
      ) : (
        <p className="text-xs text-ink-3">Those who mark claims decide where it belongs.</p>
      )}
    </footer>
  );
}

function TrayBody({ tray, newer, onShowNewer, onOpenClaim }: { tray: Tray } & Pick<DoubtTrayProps, "newer" | "onShowNewer" | "onOpenClaim">) {
  const { current } = tray;
  if (newer !== null)
    return (
      <EmptyState title="The text was corrected" action={<Button onClick={onShowNewer}>Show the new text</Button>}>
        The places are those of revision {newer}, and you still see the one before.
      </EmptyState>
    );
  if (current) return <DoubtCard key={current.anchorId} doubt={current} tray={tray} onOpenClaim={() => onOpenClaim(current.claimId)} />;
  if (tray.error)
    return (
      <ErrorState title="The quotes did not load" onRetry={tray.retry}>
        Nothing was lost. {tray.error.message}
      </ErrorState>
    );
  if (tray.loading)
    return (
      <div role="status" className="grid gap-4 px-5 py-4">
        <span className="sr-only">The quotes are loading.</span>
        <Skeleton className="h-10" />
        <Skeleton className="h-24" />
        <Skeleton className="h-20 rounded-[10px]" />
        <Skeleton className="h-20 rounded-[10px]" />
      </div>
    );
  return (
    <EmptyState title="Every quote has its place" icon={<Check size={18} />} action={<Button onClick={tray.close}>Close</Button>} className="py-16">
      Nothing in this text waits for a look.
    </EmptyState>
  );
}
