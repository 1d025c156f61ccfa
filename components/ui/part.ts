"use client";

import { lazy, type ComponentType, type LazyExoticComponent } from "react";

/**
 * The fetched part. Without a network it waits for one and begins anew, where it would fail for good and take the page along; with one it tries once more after
 * a second, for the network may have come back while it failed.
 */
export function waitingForNetwork<Part>(fetch: () => Promise<Part>, last?: boolean): Promise<Part> {
  return fetch().catch((error: unknown) => {
    const online = navigator.onLine;
    if (online && last) throw error;
    return new Promise((resolve) => (online ? setTimeout(resolve, 1000) : addEventListener("online", resolve, { once: true }))).then(() =>
      waitingForNetwork(fetch, online),
    );
  });
}

/** A component that is fetched when it is first shown. */
export function part<Module, Props>(fetch: () => Promise<Module>, pick: (module: Module) => ComponentType<Props>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: pick(await waitingForNetwork(fetch)) }));
}
