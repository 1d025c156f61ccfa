"use client";

import { useEffect } from "react";
import { toast } from "@/components/ui/toast";
import type { Outbox } from "@/lib/ui/outbox";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { holdTab, releaseTab, tabLock } from "@/lib/ui/tab-lock";

/** Under this name one tab at a time sends what closed ones left. */
const LOCK = "assay-unsent";

/** Sends what was done on this device and not sent before its page was closed: at once, and when the network comes back. */
export function LeftBehind() {
  const { outbox } = useSaveRegistry();
  useEffect(() => {
    if (!("locks" in navigator)) {
      void send(outbox, () => Promise.resolve(() => false));
      return undefined;
    }
    // As long as this tab is there, no other sends for it.
    void holdTab(outbox.tab);
    const look = () => void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? takeOver(outbox) : undefined));
    look();
    window.addEventListener("online", look);
    return () => {
      releaseTab(outbox.tab);
      window.removeEventListener("online", look);
    };
  }, [outbox]);
  return null;
}

async function takeOver(outbox: Outbox): Promise<void> {
  await send(outbox, async () => {
    const { held } = await navigator.locks.query();
    const names = new Set(held?.map(({ name }) => name));
    return (tab) => names.has(tabLock(tab));
  });
}

async function send(outbox: Outbox, there: Parameters<Outbox["takeOver"]>[0]): Promise<void> {
  for (const { write, error } of await outbox.takeOver(there))
    toast.error(`${write.about}: not sent`, `${error.message} What you had written stands at its field, to be sent again.`);
}
