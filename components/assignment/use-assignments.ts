"use client";

import type { AssignmentsView, PlanView } from "@/lib/domain/assignments-view";
import { api } from "@/lib/ui/api";
import { useState } from "react";
import type { AssignmentChange } from "./assign-dialog";

/** What a plan is asked to do. */
export interface PlanWishes {
  personIds: string[];
  perClaim: number;
  due: string | null;
  returnDays: number | null;
}

export interface Assignments {
  view: AssignmentsView;
  /** All throw `ApiError`. */
  change: (claimIds: readonly string[], change: AssignmentChange) => Promise<void>;
  preview: (wishes: PlanWishes) => Promise<PlanView>;
  apply: (wishes: PlanWishes, seal: string) => Promise<void>;
}

/** Who works on what in a document, as the server answered it last. */
export function useAssignments(initial: AssignmentsView): Assignments {
  const [view, setView] = useState(initial);
  const path = `/documents/${initial.document.id}/assignments`;
  return {
    view,
    change: async (claimIds, change) => setView(await api.patch<AssignmentsView>(path, { claimIds, ...change })),
    preview: ({ personIds, perClaim }) => api.post<PlanView>(`${path}/preview`, { personIds, perClaim }),
    apply: async (wishes, seal) => setView(await api.post<AssignmentsView>(`${path}/plan`, { ...wishes, seal })),
  };
}
