"use client";

import { part } from "@/components/ui/part";
import { whenIdle } from "@/components/ui/when-idle";
import { Suspense, useEffect, useState } from "react";

const Bell = part(
  () => import("./bell"),
  (each) => each.Bell,
);

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
