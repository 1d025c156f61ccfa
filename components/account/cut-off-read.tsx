"use client";

import { Button } from "@/components/ui/button";
import { api } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { FormFailure } from "./form-failure";
import { useSubmit } from "./use-submit";

/** Goes on once it was read what was cut off; to set a password first where there is none. */
export function CutOffRead({ withoutPassword }: { withoutPassword: boolean }) {
  const { busy, failure, onSubmit } = useSubmit(async () => {
    await api.put("/account/cut-off", {});
    return leaveFor(HOME_PATH);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      {withoutPassword && <p className="text-ink-2">You have no password now. You can set one in your profile, or go on signing in as you did just now.</p>}
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        I have read it
      </Button>
    </form>
  );
}
