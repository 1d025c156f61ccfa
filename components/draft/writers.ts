"use client";

import type { PersonView } from "@/lib/domain/views";
import { createContext } from "react";

/** Who writes where on this page's document. */
export interface Writers {
  /** Whoever else writes in this record, and began after oneself. */
  writerOf: (record: string) => PersonView | null;
  /** One writes there oneself now; null when one has stopped. */
  setWriting: (record: string | null) => void;
}

/** Without presence nobody keeps anybody from writing: then two versions are settled afterwards. */
export const WritersContext = createContext<Writers>({ writerOf: () => null, setWriting: () => undefined });
