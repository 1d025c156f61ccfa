"use client";

import { Suspense, useEffect, useMemo, useState, type ReactNode } from "react";
import { useShortcuts } from "@/components/ui/keyboard";
import { part } from "@/components/ui/part";
import { whenIdle } from "@/components/ui/when-idle";
import { SaveStatusProvider } from "@/lib/ui/save-status";
import { standIn } from "@/lib/ui/standing";
import { CommandRegistry } from "./command-registry";
import { DeskContext, type DeskPerson, type DeskWorkspace } from "./desk-context";
import type { DeskWindow } from "./desk-windows";

// Named here, so that the bar is in the script of the frame, once, and not again in that of each page.
import "./top-bar";

const fetchWindows = () => import("./desk-windows");
const AtRest = part(
  () => import("./at-rest"),
  (each) => each.AtRest,
);
const DeskWindows = part(fetchWindows, (each) => each.DeskWindows);

interface DeskProps {
  person: DeskPerson;
  /** In which the person is. */
  workspaceId: string;
  /** All that they can open. */
  workspaces: readonly DeskWorkspace[];
  children: ReactNode;
}

/** What every signed-in page stands in: who is here, what is being saved, the command palette and the sheet of keys. */
export function Desk({ person, workspaceId, workspaces, children }: DeskProps) {
  const [open, setOpen] = useState<DeskWindow | null>(null);
  const [used, setUsed] = useState(false);
  const [commands] = useState(() => new CommandRegistry());
  // Where the page stands does not change under what is typed on it, even when its frame is read again in another workspace.
  const [stands] = useState(() => workspaces.find(({ id }) => id === standIn(workspaceId)) ?? { id: standIn(workspaceId), name: "" });
  const workspace = workspaces.find(({ id }) => id === stands.id) ?? stands;
  const desk = useMemo(() => {
    const show = (next: DeskWindow) => () => {
      setUsed(true);
      setOpen(next);
    };
    return { person, workspace, workspaces, commands, openPalette: show("palette"), openKeys: show("keys") };
  }, [person, workspace, workspaces, commands]);
  const [rested, setRested] = useState(false);
  useEffect(
    () =>
      whenIdle(() => {
        void fetchWindows();
        setRested(true);
      }),
    [],
  );
  useShortcuts({ "mod+k": { run: desk.openPalette, inFields: true }, "?": desk.openKeys });

  return (
    <SaveStatusProvider personId={person.id}>
      <DeskContext value={desk}>
        {children}
        {rested && (
          <Suspense>
            <AtRest told={workspaceId} />
          </Suspense>
        )}
        {used && (
          <Suspense>
            <DeskWindows open={open} onOpenChange={setOpen} />
          </Suspense>
        )}
      </DeskContext>
    </SaveStatusProvider>
  );
}
