"use client";

import { Button } from "@/components/ui/button";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { FormFailure } from "./form-failure";
import { signInWithLink } from "./sign-in-with";
import { useSubmit } from "./use-submit";

/** Signs in by the link that was opened. */
export function LinkForm({ token }: { token: string }) {
  const { busy, failure, onSubmit } = useSubmit(async () => (await signInWithLink(token)) ?? leaveFor(HOME_PATH));
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Sign in
      </Button>
    </form>
  );
}
