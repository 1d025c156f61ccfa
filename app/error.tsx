"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="main" className="grid min-h-dvh content-center">
      <h1 className="sr-only">This page could not be shown</h1>
      <ErrorState title="This page could not be shown" onRetry={retry} reference={error.digest}>
        What was saved is safe, and what you were typing is kept on this device. Try again; if it stays like this, tell whoever runs this instance.
      </ErrorState>
    </main>
  );
}
