"use client";

import { toast } from "@/components/ui/toast";
import { apiErrorOf } from "@/lib/ui/api";
import { goToWorkspace } from "@/lib/ui/go-to-workspace";
import type { SaveRegistry } from "@/lib/ui/save-registry";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { useDesk } from "./desk-context";

/** For so long what is on its way is waited for, in milliseconds; the rest is kept on this device until one is back. */
const ARRIVAL_MS = 3_000;

/** Takes one to another of one's workspaces, once what was typed here has arrived. */
export function useGoToWorkspace(): (workspaceId: string, path?: string) => void {
  const { person } = useDesk();
  const registry = useSaveRegistry();
  return (workspaceId, path) => {
    void arrived(registry)
      .then(() => goToWorkspace(person.id, workspaceId, path))
      .catch((error: unknown) => void toast.error("You are still in the same workspace", apiErrorOf(error).message));
  };
}

function arrived(registry: SaveRegistry): Promise<void> {
  registry.keepAll();
  if (registry.getSummary().waiting === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      stop();
      resolve();
    };
    const stop = registry.subscribe(() => registry.getSummary().waiting === 0 && done());
    setTimeout(done, ARRIVAL_MS);
  });
}
