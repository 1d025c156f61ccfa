"use client";

import { Badge } from "@/components/ui/tag";
import { useWaiting } from "./waiting";

/** How much waits for oneself; nothing while it is not known, or is none. */
export function WorkCount() {
  const { work } = useWaiting();
  return work > 0 ? (
    <Badge className="ms-1.5">
      {work}
      <span className="sr-only"> waiting</span>
    </Badge>
  ) : null;
}
