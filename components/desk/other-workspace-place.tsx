"use client";

import { lazy } from "react";

/** Fetched where it is shown: what stands for pages that are not there is in the script of every page. Put it into a Suspense. */
export const OtherWorkspacePlace = lazy(async () => ({ default: (await import("./other-workspace")).OtherWorkspace }));
