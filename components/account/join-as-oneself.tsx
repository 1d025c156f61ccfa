"use client";

import { Button } from "@/components/ui/button";
import { api } from "@/lib/ui/api";
import { tellTabs } from "@/lib/ui/go-to-workspace";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { FormFailure } from "./form-failure";
import { LeaveButton } from "./leave-button";
import { useSubmit } from "./use-submit";

interface JoinAsOneselfProps {
  token: string;
  person: { id: string; name: string; email: string };
  /** Where one comes back to with another account. */
  path: string;
}

/** Accepts an invitation with the account that one is signed in with. */
export function JoinAsOneself({ token, person, path }: JoinAsOneselfProps) {
  const { busy, failure, onSubmit } = useSubmit(async () => {
    await api.post("/invitations/join", { token });
    tellTabs(person.id);
    return leaveFor(HOME_PATH);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <p className="rounded bg-accent-wash px-3 py-2 text-sm">
        You are signed in as <strong className="font-semibold">{person.name}</strong> ({person.email}). What you belong to already stays as it is.
      </p>
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Join the workspace
      </Button>
      <LeaveButton path={path} label="Use another account" />
    </form>
  );
}
