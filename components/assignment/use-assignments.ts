"use client";

import { useFollowed } from "@/components/ui/use-followed";
import type { AssignmentsView, PlanView } from "@/lib/domain/assignments-view";
import { api } from "@/lib/ui/api";
import type { Write } from "@/lib/ui/outbox";
import { useSaveRegistry } from "@/lib/ui/save-status";
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

/** Who works on what in a document, as the server answered it last, here or to the page. */
export function useAssignments(latest: AssignmentsView): Assignments {
  const { outbox } = useSaveRegistry();
  const [view, setView] = useFollowed(latest);
  const path = `/documents/${latest.document.id}/assignments`;
  const write = (method: Write["method"], to: string, body: unknown) => outbox.queued<AssignmentsView>({ method, path: to, body, about: "Assignments" });
  return {
    view,
    change: async (claimIds, change) => setView(await write("PATCH", path, { claimIds, ...change })),
    preview: ({ personIds, perClaim }) => api.post<PlanView>(`${path}/preview`, { personIds, perClaim }),
    apply: async (wishes, seal) => setView(await write("POST", `${path}/plan`, { ...wishes, seal })),
  };
}
