"use client";

import { Button } from "@/components/ui/button";
import { leaveFor } from "@/lib/ui/leave";

interface LeaveButtonProps {
  /** Where one goes then. */
  path?: string;
  label?: string;
}

/** Signs out where there is no desk around it. */
export function LeaveButton({ path = "/sign-in", label = "Sign out" }: LeaveButtonProps) {
  async function leave() {
    const { signOut } = await import("next-auth/react");
    await signOut({ redirect: false });
    await leaveFor(path);
  }
  return <Button onClick={() => void leave()}>{label}</Button>;
}
