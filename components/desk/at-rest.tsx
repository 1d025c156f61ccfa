"use client";

import { Elsewhere } from "./elsewhere";
import { LeftBehind } from "./left-behind";
import { useNothingRestored } from "./restored";

/** What the desk looks after once its page has come to rest. `told`: the workspace in which the server takes the page to be. */
export function AtRest({ told }: { told: string }) {
  useNothingRestored();
  return (
    <>
      <LeftBehind />
      <Elsewhere told={told} />
    </>
  );
}
