"use client";

import { Kbd } from "@/components/ui/kbd";

/** The few keys that one works with here. */
export function KeyHints() {
  return (
    <>
      <Kbd keys="j" /> <Kbd keys="k" /> claims <Kbd keys="n" /> new <Kbd keys="?" /> all keys
    </>
  );
}
