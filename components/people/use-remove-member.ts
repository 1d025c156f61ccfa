"use client";

import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import { api, apiErrorOf } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";

/** Ends a membership. Whoever leaves themselves is taken to the sign-in page: nothing here is theirs to see any more. */
export function useRemoveMember(selfId: string) {
  const router = useRouter();
  return async ({ id, name }: { id: string; name: string }): Promise<void> => {
    try {
      await api.delete(`/people/${id}`);
    } catch (error) {
      toast.error(id === selfId ? "You are still a member" : `${name} is still a member`, apiErrorOf(error).message);
      return;
    }
    if (id === selfId) await leaveFor("/sign-in");
    else {
      toast.success(`${name} is no longer a member.`);
      router.refresh();
    }
  };
}
