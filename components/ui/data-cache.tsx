"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { queryClient } from "@/lib/ui/query-client";

/** Gives the page's data cache to what fetches by itself. It stands around those parts, and not around the page, since a text can be read without it. */
export function DataCache({ children }: { children: ReactNode }) {
  const [client] = useState(queryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
