"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";

/** Tells the primitives which way their arrow keys and menus run; the markup itself goes by the `dir` around it. */
export function DirectionProvider({ dir, children }: { dir: "ltr" | "rtl"; children: ReactNode }) {
  return <Direction.Provider dir={dir}>{children}</Direction.Provider>;
}
