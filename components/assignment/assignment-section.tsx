"use client";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { atLeast } from "@/lib/domain/role";
import type { AssignedView, ClaimView, MemberView } from "@/lib/domain/views";
import { apiErrorOf } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import type { Write } from "@/lib/ui/outbox";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { Check, UserPlus } from "lucide-react";
import { useState } from "react";
import { AssignDialog } from "./assign-dialog";
import { DueDay } from "./due-day";

interface AssignmentSectionProps {
  claim: ClaimView;
  members: readonly MemberView[];
  apply: (claim: ClaimView) => void;
}

/** Who works on the claim, until when, and the ways to change that. */
export function AssignmentSection({ claim, members, apply }: AssignmentSectionProps) {
  const [assigning, setAssigning] = useState(false);
  const [busy, setBusy] = useState(false);
  const { assigned, assignments, can, number } = claim;
  const { outbox } = useSaveRegistry();
  const path = `/claims/${claim.id}/assignments`;
  const write = (method: Write["method"], to: string, body?: unknown) => outbox.queued<ClaimView>({ method, path: to, body, about: `Claim ${String(number)}` });
  if (assigned === 0 && !can.assign && !can.take) return null;

  async function change(what: "take" | "giveBack") {
    setBusy(true);
    try {
      apply(await (what === "take" ? write("PUT", `${path}/own`, {}) : write("DELETE", `${path}/own`)));
      toast.success(what === "take" ? `Claim ${String(number)} is yours.` : `Claim ${String(number)} is given back.`);
    } catch (error) {
      toast.error(what === "take" ? "The claim is not yours." : "The claim was not given back.", apiErrorOf(error).message);
    } finally {
      setBusy(false);
    }
  }

  const unseen = assigned - assignments.length;
  return (
    <section aria-label="Assigned to" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-2">
      {assigned === 0 && <p className="text-ink-3">Assigned to nobody</p>}
      {assignments.length > 0 && (
        <ul className="contents">
          {assignments.map((each) => (
            <Assigned key={each.personId} {...each} name={members.find(({ id }) => id === each.personId)?.name ?? "A former member"} />
          ))}
        </ul>
      )}
      {unseen > 0 && (
        <p className="text-ink-3">
          {assignments.length > 0 ? `and ${countOf(unseen, "other", "others")}` : countOf(unseen, "reviewer")}, not named while it is assessed blind
        </p>
      )}
      <span className="flex gap-1">
        {can.take && (
          <Button size="sm" loading={busy} onClick={() => void change("take")}>
            Take
          </Button>
        )}
        {can.giveBack && (
          <Button size="sm" variant="ghost" loading={busy} onClick={() => void change("giveBack")}>
            Give back
          </Button>
        )}
        {can.assign && (
          <Button size="sm" variant="ghost" icon={<UserPlus aria-hidden size={14} />} onClick={() => setAssigning(true)}>
            Assign…
          </Button>
        )}
      </span>
      {assigning && (
        <AssignDialog
          title={`Who works on claim ${String(number)}?`}
          people={members.filter((member) => atLeast(member, "reviewer"))}
          assigned={assignments.map(({ personId }) => personId)}
          due={commonDue(assignments)}
          onSave={async (wanted) => apply(await write("PATCH", path, wanted))}
          onClose={() => setAssigning(false)}
        />
      )}
    </section>
  );
}

function Assigned({ personId, name, due, done }: AssignedView & { name: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <Avatar id={personId} name={name} size="sm" decorative />
      <bdi className="text-ink">{name}</bdi>
      {done ? (
        <span className="flex items-center gap-1 text-ink-3">
          <Check aria-hidden size={12} /> assessed
        </span>
      ) : (
        due && <DueDay due={due} />
      )}
    </li>
  );
}

/** The deadline that all have; null when they differ. */
function commonDue(assignments: readonly AssignedView[]): string | null {
  const [first, ...rest] = assignments;
  return first && rest.every(({ due }) => due === first.due) ? first.due : null;
}
