"use client";

import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { AuditPage } from "@/lib/domain/audit";
import { ChevronRight, ScrollText } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { AuditEntry } from "./audit-entry";
import { AuditFilters } from "./audit-filters";
import { auditFileHref, auditHref, auditParams, type AuditAsked } from "./audit-params";
import { AuditProof } from "./audit-proof";

/** No thing in particular. */
const EVERYTHING = { documentId: null, claimId: null, subjectId: null } as const;

/** Who did what here, when and from where; provable, and to be taken out. */
export function AuditLog({ items, before, people }: AuditPage) {
  const [pending, startTransition] = useTransition();
  const [asked, set] = useQueryStates(auditParams, { shallow: false, startTransition });
  const { before: _, ...filters } = asked;
  const filtered = Object.values(filters).some((value) => value !== "");
  const change = (filter: AuditAsked) => void set({ ...filter, before: null });
  const only = asked.claimId !== "" ? "claim" : asked.subjectId !== "" ? "record" : asked.documentId !== "" ? "document" : null;
  return (
    <div className="grid gap-5">
      <PageHeader
        title="Audit log"
        description="Everything that was done in this workspace, by whom and from where. Nothing in it can be changed."
        actions={
          <>
            <Button asChild>
              <a href={auditFileHref(asked, "csv")} download>
                Take out CSV
              </a>
            </Button>
            <Button asChild>
              <a href={auditFileHref(asked, "json")} download>
                Take out JSON
              </a>
            </Button>
          </>
        }
      />
      <AuditProof />
      <AuditFilters asked={asked} people={people} pending={pending} onChange={change} />
      {only && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          Only of one {only}.
          <Button size="sm" variant="ghost" onClick={() => change(EVERYTHING)}>
            Show everything
          </Button>
        </p>
      )}
      {items.length > 0 ? (
        <ol aria-label="Entries" aria-busy={pending} className={cx("rounded-[10px] border border-line bg-surface transition-opacity", pending && "opacity-60")}>
          {items.map((entry) => (
            <AuditEntry key={entry.seq} entry={entry} people={people} hrefOf={(thing) => auditHref({ ...filters, ...EVERYTHING, ...thing })} />
          ))}
        </ol>
      ) : (
        <EmptyState
          title="No entries"
          icon={<ScrollText size={18} />}
          action={filtered && <Button onClick={() => void set(null)}>Show all entries</Button>}
          className="py-16"
        >
          {filtered ? "Nothing that was done here is all of what you ask for." : "What is done in this workspace is listed here."}
        </EmptyState>
      )}
      {(before !== null || asked.before !== null) && (
        <nav aria-label="Pages of the log" className="flex justify-between gap-2">
          {asked.before === null ? (
            <span />
          ) : (
            <Button asChild>
              <Link href={auditHref({ ...asked, before: null })}>Newest</Link>
            </Button>
          )}
          {before !== null && (
            <Button asChild>
              <Link href={auditHref({ ...asked, before })}>
                Older
                <ChevronRight aria-hidden size={14} className="rtl:-scale-x-100" />
              </Link>
            </Button>
          )}
        </nav>
      )}
    </div>
  );
}
