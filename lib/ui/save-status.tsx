"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { SaveRegistry, type SaveSummary } from "./save-registry";

const RegistryContext = createContext<SaveRegistry | null>(null);

/** Knows everything on the page that is being saved: for the indicator in the top bar, and to warn before leaving. */
export function SaveStatusProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new SaveRegistry());

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (registry.keepAll()) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") registry.keepAll();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", registry.retry);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", registry.retry);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [registry]);

  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** The registry around the component. Throws outside of SaveStatusProvider: nothing may be edited where nobody watches. */
export function useSaveRegistry(): SaveRegistry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error("SaveStatusProvider is missing above this component.");
  return registry;
}

const NOTHING: SaveSummary = { status: "saved", waiting: 0 };

/** What the indicator can show. */
const INDICATOR = { saved: "saved", unsaved: "saving", saving: "saving", offline: "offline", invalid: "failed", conflict: "failed", failed: "failed" } as const;

/** The one honest word about everything on the page, how many records wait, and the button behind it. */
export function useSaveStatus(): SaveSummary & { indicator: "saved" | "saving" | "offline" | "failed"; retry: () => void } {
  const registry = useSaveRegistry();
  const summary = useSyncExternalStore(registry.subscribe, registry.getSummary, () => NOTHING);
  return { ...summary, indicator: INDICATOR[summary.status], retry: registry.retry };
}
