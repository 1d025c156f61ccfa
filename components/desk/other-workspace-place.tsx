"use client";

import { lazy, Suspense, type ComponentProps } from "react";

const OtherWorkspace = lazy(async () => ({ default: (await import("./other-workspace")).OtherWorkspace }));

/** Fetched where it is shown: what stands for pages that are not there is in the script of every page. */
export function OtherWorkspacePlace(props: ComponentProps<typeof OtherWorkspace>) {
  return (
    <Suspense>
      <OtherWorkspace {...props} />
    </Suspense>
  );
}
