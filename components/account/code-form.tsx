"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { leaveFor } from "@/lib/ui/leave";
import { CodeField } from "./code-field";
import { FormFailure } from "./form-failure";
import { LeaveButton } from "./leave-button";
import { signInWithCode } from "./sign-in-with";
import { textOf, useSubmit } from "./use-submit";

/** The second step of signing in: the code of the app, or a recovery code. */
export function CodeForm({ next }: { next: string }) {
  const [kind, setKind] = useState<"app" | "recovery">("app");
  const { busy, failure, onSubmit } = useSubmit(async (values) => {
    const refused = await signInWithCode(textOf(values, "code"));
    return refused ?? leaveFor(next);
  });

  return (
    <div className="grid gap-4">
      <form method="post" onSubmit={onSubmit} className="grid gap-4">
        <CodeField key={kind} kind={kind} autoFocus />
        <FormFailure>{failure}</FormFailure>
        <Button type="submit" variant="primary" size="lg" loading={busy}>
          Sign in
        </Button>
      </form>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="ghost" onClick={() => setKind(kind === "app" ? "recovery" : "app")}>
          {kind === "app" ? "Use a recovery code" : "Use the code of the app"}
        </Button>
        <LeaveButton label="Start again" />
      </div>
      <p className="text-xs text-ink-2">Lost both? An admin of your workspace can take the second factor away.</p>
    </div>
  );
}
