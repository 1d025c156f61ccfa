"use client";

import { Button } from "@/components/ui/button";
import { leaveFor } from "@/lib/ui/leave";

/** Signs out where there is no desk around it. */
export function LeaveButton({ label = "Sign out" }: { label?: string }) {
  async function leave() {
    const { signOut } = await import("next-auth/react");
    await signOut({ redirect: false });
    await leaveFor("/sign-in");
  }
  return <Button onClick={() => void leave()}>{label}</Button>;
}
