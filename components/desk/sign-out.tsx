"use client";

import { useState, type ReactNode } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { toast } from "@/components/ui/toast";
import { forgetAllDrafts, hasDrafts } from "@/lib/ui/drafts";
import { leaveFor } from "@/lib/ui/leave";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useDesk } from "./desk-context";

/** Signs out, at once when everything typed has arrived, else after asking. Put `question` somewhere in the page. */
export function useSignOut(): { start: () => void; question: ReactNode } {
  const { person } = useDesk();
  const registry = useSaveRegistry();
  const [asking, setAsking] = useState(false);

  async function leave() {
    try {
      // Fetched only now, since no page needs it to be read.
      const { signOut } = await import("next-auth/react");
      await signOut({ redirect: false });
    } catch {
      toast.error("You are still signed in", "The server cannot be reached. Nothing was lost; try again.");
      return;
    }
    registry.discardAll();
    await forgetAllDrafts(person.id);
    await leaveFor("/sign-in");
  }

  async function start() {
    if (registry.getSummary().waiting > 0 || (await hasDrafts(person.id))) setAsking(true);
    else await leave();
  }

  const question = (
    <AlertDialog
      open={asking}
      onOpenChange={setAsking}
      title="Sign out and discard what is not saved?"
      description="Something that you wrote is kept on this device only, because it was not sent yet. Signing out removes it from here, so that nobody else who uses this device can read it."
      confirmLabel="Discard and sign out"
      cancelLabel="Stay signed in"
      danger
      onConfirm={() => void leave()}
    />
  );
  return { start: () => void start(), question };
}
