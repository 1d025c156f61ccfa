"use client";

import { ClaimCounts } from "@/components/claim/claim-counts";
import type { Heading } from "@/components/reader/outline";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";
import { TextInput } from "@/components/ui/text-input";
import type { ClaimSummaryView, DocumentView } from "@/lib/domain/views";
import { Search } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { Outline } from "./outline";
import type { FilteredClaims } from "./use-claim-filter";

interface ClaimsPaneProps {
  document: DocumentView;
  claims: readonly ClaimSummaryView[];
  /** False while the claims are still on their way. */
  complete: boolean;
  filter: FilteredClaims;
  list: ReactNode;
  sections: readonly Heading[];
  section: Heading | null;
  onGoTo: (heading: Heading) => void;
  /** Opens the tray of quotes whose place is in doubt. */
  onLook: () => void;
}

/** Beside the text: how far the claims are, the claims themselves, and the outline, which stays in sight however many claims there are. */
export function ClaimsPane({ document, claims, complete, filter, list, sections, section, onGoTo, onLook }: ClaimsPaneProps) {
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => search.current?.focus() });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-3 py-4">
        {complete ? (
          <>
            <ClaimCounts
              claims={claims}
              scale={document.scale}
              filter={filter.show}
              onFilter={(show) => {
                filter.setShow(show);
                if (show === "attention") onLook();
              }}
            />
            <div className="grid gap-2">
              <TextInput
                ref={search}
                type="search"
                aria-label="Search the claims"
                placeholder="Search the claims"
                leading={<Search aria-hidden size={14} />}
                trailing={<Kbd keys="/" />}
                value={filter.search}
                onChange={(event) => filter.setSearch(event.target.value)}
              />
              {list}
            </div>
          </>
        ) : (
          <ClaimsSkeleton />
        )}
      </div>
      <Outline headings={sections} current={section} onGoTo={onGoTo} />
      <p className="flex flex-wrap items-center gap-1.5 border-t border-line px-3 py-2 text-xs text-ink-3 max-lg:hidden">
        <Kbd keys="j" /> <Kbd keys="k" /> claims <Kbd keys="n" /> new <Kbd keys="?" /> all keys
      </p>
    </div>
  );
}

/** The shape of the counts and of the first claims. */
function ClaimsSkeleton() {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">The claims are loading.</span>
      <div className="grid gap-2">
        <Skeleton className="h-4 w-16" />
        <Skeleton className="h-1.5" />
        <Skeleton className="h-4 w-32" />
      </div>
      <SkeletonText lines={4} />
      <Skeleton className="h-8" />
      <SkeletonText lines={6} />
    </div>
  );
}
