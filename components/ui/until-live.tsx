"use client";

import { useSyncExternalStore, type ReactNode } from "react";

const never = () => () => undefined;

/** Fields that rest until the page has come to life: what is typed into the server's picture of a field would be lost. */
export function UntilLive({ children }: { children: ReactNode }) {
  const live = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset disabled={!live} aria-busy={!live} className="contents">
      {children}
    </fieldset>
  );
}
