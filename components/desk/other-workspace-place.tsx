"use client";

import { Suspense, type ComponentProps } from "react";
import { part } from "@/components/ui/part";

const OtherWorkspace = part(
  () => import("./other-workspace"),
  (each) => each.OtherWorkspace,
);

/** Fetched where it is shown: what stands for pages that are not there is in the script of every page. */
export function OtherWorkspacePlace(props: ComponentProps<typeof OtherWorkspace>) {
  return (
    <Suspense>
      <OtherWorkspace {...props} />
    </Suspense>
  );
}
