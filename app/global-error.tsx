"use client";

import "./globals.css";

import { ErrorState } from "@/components/ui/error-state";

/** Replaces the whole document when even its frame fails, so it brings its own and depends on nothing else. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>Something went wrong</title>
        <main id="main" className="grid min-h-dvh content-center">
          <h1 className="sr-only">Something went wrong</h1>
          <ErrorState title="This could not be shown" onRetry={retry} reference={error.digest}>
            What was saved is safe. Try again, or tell whoever runs this.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
