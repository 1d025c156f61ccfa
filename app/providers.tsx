"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";

/** What every page stands in: theme and toasts. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableColorScheme={false} storageKey="assay.theme" {...(nonce ? { nonce } : {})}>
      {children}
      <Toaster />
    </ThemeProvider>
  );
}
