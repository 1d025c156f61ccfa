"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { toast } from "@/components/ui/toast";
import { api, apiErrorOf } from "@/lib/ui/api";
import { switchLine, tellTabs } from "@/lib/ui/go-to-workspace";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { queryClient } from "@/lib/ui/query-client";
import { hearElsewhere } from "@/lib/ui/standing";
import { useDesk, type DeskWorkspace } from "./desk-context";

interface Own {
  current: string;
  items: DeskWorkspace[];
}

interface ElsewhereProps {
  /** The workspace in which the server takes this page to be. */
  told: string;
}

/**
 * Stands over a page whose workspace is not the one in which its person is any more: they went to another one in another tab. What is typed on the page stays,
 * the server takes nothing of it, and here is the way back.
 */
export function Elsewhere({ told }: ElsewhereProps) {
  const { person, workspace } = useDesk();
  const router = useRouter();
  const [own, setOwn] = useState<Own | null>(null);

  const look = useCallback(() => {
    // Without an answer the next thing that is refused asks again.
    api.get<Own>("/account/workspaces").then(setOwn, () => undefined);
  }, []);
  useEffect(() => {
    const line = new BroadcastChannel(switchLine(person.id));
    line.addEventListener("message", look);
    const stop = hearElsewhere(look);
    return () => {
      line.close();
      stop();
    };
  }, [person.id, look]);
  useEffect(() => {
    if (told !== workspace.id) look();
  }, [told, workspace.id, look]);

  async function goBack() {
    try {
      await api.put("/account/workspace", { workspaceId: workspace.id });
    } catch (error) {
      toast.error(`You are not back in ${workspace.name} yet`, apiErrorOf(error).message);
      return;
    }
    setOwn(null);
    tellTabs(person.id);
    // What was refused meanwhile waits for the network to come back: in effect it did.
    window.dispatchEvent(new Event("online"));
    void queryClient().invalidateQueries();
    router.refresh();
  }

  const other = own && own.current !== workspace.id ? own.items.find(({ id }) => id === own.current) : undefined;
  if (!other) return null;
  const backIsOpen = own?.items.some(({ id }) => id === workspace.id);
  return backIsOpen ? (
    <AlertDialog
      open
      title={`You are in ${other.name} now`}
      description={`This page belongs to ${workspace.name}, and in another tab you went to ${other.name}. What you typed here is still here, and nothing of it went to ${other.name}. Go back to go on with it.`}
      confirmLabel={`Open ${other.name}`}
      cancelLabel={`Back to ${workspace.name}`}
      onCancel={() => void goBack()}
      onConfirm={() => void leaveFor(HOME_PATH)}
    />
  ) : (
    <AlertDialog
      open
      title={`${workspace.name} is not open to you any more`}
      description={`You were taken off it, or it was closed. What you typed here and was not saved stays on this device, in case you come back. You are in ${other.name} now.`}
      confirmLabel={`Open ${other.name}`}
      cancelLabel="Look again"
      onCancel={look}
      onConfirm={() => void leaveFor(HOME_PATH)}
    />
  );
}
