"use client";

import { TopBar } from "@/components/desk/top-bar";
import { ErrorState } from "@/components/ui/error-state";

export default function DeskError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <>
      <TopBar />
      <main id="main">
        <h1 className="sr-only">This page could not be shown</h1>
        <ErrorState title="This page could not be shown" onRetry={retry} reference={error.digest} className="py-20">
          What was saved is safe, and what you were typing is kept on this device. Try again; if it stays like this, tell whoever runs this instance.
        </ErrorState>
      </main>
    </>
  );
}
