"use client";

import { whenIdle } from "@/components/ui/when-idle";
import { lazy, Suspense, useEffect, useState } from "react";

const Bell = lazy(async () => ({ default: (await import("./bell")).Bell }));

/** Where the bell hangs, once the page has come to rest: a text can be read without it. */
export function BellPlace() {
  const [rested, setRested] = useState(false);
  useEffect(() => whenIdle(() => setRested(true)), []);
  return (
    <span className="size-8">
      {rested && (
        <Suspense>
          <Bell />
        </Suspense>
      )}
    </span>
  );
}
