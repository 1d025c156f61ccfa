"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { Outbox, type UnsentStore } from "./outbox";
import type { SaveStatus } from "./autosave";
import { SaveRegistry, type SaveSummary } from "./save-registry";

const RegistryContext = createContext<SaveRegistry | null>(null);

const fetchDrafts = () => import("./drafts");

/** What is kept on this device, through a script that comes once the page is there; without it, nothing is kept, as where the browser forbids it. */
function deviceStore(personId: string): UnsentStore {
  const quietly = async <T,>(otherwise: T, work: (store: UnsentStore) => Promise<T>) =>
    fetchDrafts().then(
      ({ unsentStore }) => work(unsentStore(personId)),
      () => otherwise,
    );
  return {
    keep: (write) => quietly(undefined, (store) => store.keep(write)),
    forget: (write, done) => quietly(undefined, (store) => store.forget(write, done)),
    all: () => quietly([], (store) => store.all()),
  };
}

/** Knows everything on the page that is being saved: for the indicator in the top bar, and to warn before leaving. */
export function SaveStatusProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const [registry] = useState(() => new SaveRegistry(new Outbox(deviceStore(personId))));

  useEffect(() => void fetchDrafts().catch(() => undefined), []);
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
const INDICATOR = {
  saved: "saved",
  unsaved: "saving",
  saving: "saving",
  offline: "offline",
  invalid: "failed",
  conflict: "conflict",
  failed: "failed",
} as const;

function listenForNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** The one honest word about everything on the page, how many records wait, and the button behind it. */
export function useSaveStatus(): SaveSummary & { indicator: (typeof INDICATOR)[SaveStatus]; retry: () => void } {
  const registry = useSaveRegistry();
  const summary = useSyncExternalStore(registry.subscribe, registry.getSummary, () => NOTHING);
  const online = useSyncExternalStore(
    listenForNetwork,
    () => navigator.onLine,
    () => true,
  );
  // Without a network nothing that is typed now would be saved.
  const status = summary.status === "saved" && !online ? "offline" : summary.status;
  return { ...summary, indicator: INDICATOR[status], retry: registry.retry };
}
