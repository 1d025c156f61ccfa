"use client";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { AssignmentsView } from "@/lib/domain/assignments-view";
import { countOf } from "@/lib/ui/format";
import { Button } from "@/components/ui/button";
import Link from "next/link";
import { AssignableClaims } from "./assignable-claims";
import { PlanForm } from "./plan-form";
import { useAssignments } from "./use-assignments";

/** Who works on which claim of a document: shared out by a plan, or by hand. */
export function AssignBoard({ latest }: { latest: AssignmentsView }) {
  const assignments = useAssignments(latest);
  const { document, claims, places } = assignments.view;
  const lacking = claims.filter(({ lacks }) => lacks).length;
  if (claims.length === 0) {
    return (
      <div className="grid gap-8">
        <PageHeader title="Assign claims" />
        <EmptyState
          title="No claims yet"
          action={
            <Button asChild>
              <Link href={`/documents/${document.id}`}>Mark claims in the text</Link>
            </Button>
          }
        >
          Claims can be shared out once they are marked.
        </EmptyState>
      </div>
    );
  }
  const each = document.reviewMode === "proposal" ? "Each claim takes one person" : `Each claim takes ${String(places)} people, who assess it blind`;
  return (
    <div className="grid gap-8">
      <PageHeader
        title="Assign claims"
        description={`${each}. ${lacking === 0 ? "None lacks people." : `${countOf(lacking, "claim lacks", "claims lack")} people.`}`}
      />
      <PlanForm assignments={assignments} />
      <AssignableClaims assignments={assignments} />
    </div>
  );
}
