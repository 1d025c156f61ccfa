"use client";

import { ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { HOME_PATH } from "@/lib/ui/next-path";
import { useDesk } from "./desk-context";
import { useGoToWorkspace } from "./use-go-to-workspace";

interface OtherWorkspaceProps {
  /** Where the page is. */
  there: { id: string; name: string };
  path: string;
}

/** Stands instead of a page that is in another of one's workspaces. */
export function OtherWorkspace({ there, path }: OtherWorkspaceProps) {
  const { workspace } = useDesk();
  const goTo = useGoToWorkspace();
  return (
    <EmptyState
      as="h1"
      title={`This document is in ${there.name}`}
      className="py-20"
      icon={<ArrowLeftRight size={18} />}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button variant="primary" onClick={() => goTo(there.id, path)}>
            Go to {there.name} and open it
          </Button>
          <Button asChild>
            <Link href={HOME_PATH}>Stay in {workspace.name}</Link>
          </Button>
        </div>
      }
    >
      You are in {workspace.name} now. Going there leaves it, in your other tabs, too.
    </EmptyState>
  );
}
