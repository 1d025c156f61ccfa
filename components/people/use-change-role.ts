"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/domain/role";
import { api, ApiError } from "@/lib/ui/api";
import { ROLE_WORDS } from "./role-words";

interface Member {
  id: string;
  name: string;
  role: Role;
}

/** Changes roles: shown at once, undone from the message, and set back when the server refuses. */
export function useChangeRole() {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  /** What was chosen and is not in `members` yet. */
  const [chosen, setChosen] = useState<{ member: Member; role: Role } | null>(null);

  async function put(member: Member, role: Role): Promise<boolean> {
    setBusy(member.id);
    setChosen({ member, role });
    try {
      await api.put(`/people/${member.id}/role`, { role });
      router.refresh();
      return true;
    } catch (error) {
      setChosen(null);
      toast.error(`The role of ${member.name} did not change`, error instanceof ApiError ? error.message : undefined);
      return false;
    } finally {
      setBusy(null);
    }
  }

  async function change(member: Member, role: Role) {
    const before = member.role;
    if (await put(member, role)) toast.undo(`${member.name} is ${ROLE_WORDS[role].label.toLowerCase()} now`, () => void put({ ...member, role }, before));
  }

  const roleOf = (member: Member): Role => (chosen?.member.id === member.id && chosen.member.role === member.role ? chosen.role : member.role);
  return { change, roleOf, busy };
}
