"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { apiErrorOf } from "@/lib/ui/api";
import { goToWorkspace } from "@/lib/ui/go-to-workspace";
import { FormFailure } from "./form-failure";

interface WorkspaceDoorsProps {
  personId: string;
  workspaces: readonly { id: string; name: string }[];
}

/** The ways to other workspaces, where there is no desk around. */
export function WorkspaceDoors({ personId, workspaces }: WorkspaceDoorsProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function go(id: string) {
    setBusy(id);
    await goToWorkspace(personId, id).catch((error: unknown) => setFailure(apiErrorOf(error).message));
    setBusy(null);
  }
  return (
    <div className="grid gap-2">
      {workspaces.map(({ id, name }) => (
        <Button key={id} loading={busy === id} onClick={() => void go(id)}>
          <span className="truncate">
            Go to <bdi>{name}</bdi>
          </span>
        </Button>
      ))}
      <FormFailure>{failure}</FormFailure>
    </div>
  );
}
