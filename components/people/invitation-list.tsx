"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/domain/role";
import { api, ApiError } from "@/lib/ui/api";
import { formatDate } from "@/lib/ui/format";
import { ROLE_WORDS } from "./role-words";

interface Invitation {
  id: string;
  role: Role;
  email: string | null;
  invitedBy: string;
  expiresAt: string;
}

/** The links that still work. */
export function InvitationList({ invitations, canRevoke }: { invitations: readonly Invitation[]; canRevoke: boolean }) {
  const router = useRouter();
  const [asking, setAsking] = useState<Invitation | null>(null);

  async function revoke(id: string) {
    try {
      await api.delete(`/invitations/${id}`);
      toast.success("Invitation revoked", "Its link does not work any more.");
    } catch (error) {
      toast.error("The invitation could not be revoked", error instanceof ApiError ? error.message : undefined);
    }
    router.refresh();
  }

  return (
    <>
      <ul className="divide-y divide-line rounded-[10px] border border-line bg-surface">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex items-center gap-3 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                <span className="min-w-0 truncate">{invitation.email ?? "Whoever has the link"}</span> <Tag>{ROLE_WORDS[invitation.role].label}</Tag>
              </p>
              <p className="text-xs text-ink-3">
                Made by <bdi>{invitation.invitedBy}</bdi> · works until {formatDate(invitation.expiresAt)}
              </p>
            </div>
            {canRevoke && (
              <Button size="sm" aria-label={`Revoke the invitation of ${invitation.email ?? "whoever has the link"}`} onClick={() => setAsking(invitation)}>
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <AlertDialog
          open
          onOpenChange={() => setAsking(null)}
          title="Revoke this invitation?"
          description="Its link stops working at once. This cannot be undone, but you can make a new one."
          confirmLabel="Revoke"
          danger
          onConfirm={() => void revoke(asking.id)}
        />
      )}
    </>
  );
}
