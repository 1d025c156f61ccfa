"use client";

import { useLayoutEffect, useRef, useState } from "react";

/** Functions of the same names that call the latest ones and never change themselves, so that what is given them need not render anew. */
export function useSteady<Handlers extends Record<string, (...args: never[]) => void>>(handlers: Handlers): Handlers {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [steady] = useState(() => {
    const call =
      (name: string) =>
      (...args: never[]) =>
        latest.current[name]?.(...args);
    // narrowing: the same names, each with the function that calls it
    return Object.fromEntries(Object.keys(handlers).map((name) => [name, call(name)])) as Handlers;
  });
  return steady;
}
