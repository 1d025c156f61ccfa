"use client";

import { lazy, type ComponentType, type LazyExoticComponent } from "react";

/** The fetched part. Without a network it waits for one and begins anew, where it would fail for good and take the page along. */
export function waitingForNetwork<Part>(fetch: () => Promise<Part>): Promise<Part> {
  return fetch().catch((error: unknown) => {
    if (navigator.onLine) throw error;
    return new Promise((resolve) => addEventListener("online", resolve, { once: true })).then(() => waitingForNetwork(fetch));
  });
}

/** A component that is fetched when it is first shown. */
export function part<Module, Props>(fetch: () => Promise<Module>, pick: (module: Module) => ComponentType<Props>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: pick(await waitingForNetwork(fetch)) }));
}
