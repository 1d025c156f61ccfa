"use client";

import { Badge } from "@/components/ui/tag";
import { whenIdle } from "@/components/ui/when-idle";
import type { WorkView } from "@/lib/domain/work";
import { api } from "@/lib/ui/api";
import { useEffect, useState } from "react";

/** How much waits for oneself; nothing while it is not known, or is none. Asked once the page has come to rest. */
export function WorkCount() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const asked = new AbortController();
    const cancel = whenIdle(() => {
      // A count that did not come is no news.
      api.get<WorkView>("/work", asked.signal).then(
        ({ total }) => setCount(total),
        () => undefined,
      );
    });
    return () => {
      cancel();
      asked.abort();
    };
  }, []);
  return count > 0 ? (
    <Badge className="ms-1.5">
      {count}
      <span className="sr-only"> waiting</span>
    </Badge>
  ) : null;
}
