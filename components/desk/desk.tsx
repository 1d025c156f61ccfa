"use client";

import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from "react";
import { useShortcuts } from "@/components/ui/keyboard";
import { whenIdle } from "@/components/ui/when-idle";
import { SaveStatusProvider } from "@/lib/ui/save-status";
import { CommandRegistry } from "./command-registry";
import { DeskContext, type DeskPerson } from "./desk-context";
import type { DeskWindow } from "./desk-windows";

// Named here, so that the bar is in the script of the frame, once, and not again in that of each page.
import "./top-bar";

const fetchWindows = () => import("./desk-windows");
const LeftBehind = lazy(async () => ({ default: (await import("./left-behind")).LeftBehind }));
const DeskWindows = lazy(async () => ({ default: (await fetchWindows()).DeskWindows }));

interface DeskProps {
  person: DeskPerson;
  workspace: string;
  children: ReactNode;
}

/** What every signed-in page stands in: who is here, what is being saved, the command palette and the sheet of keys. */
export function Desk({ person, workspace, children }: DeskProps) {
  const [open, setOpen] = useState<DeskWindow | null>(null);
  const [used, setUsed] = useState(false);
  const [commands] = useState(() => new CommandRegistry());
  const desk = useMemo(() => {
    const show = (next: DeskWindow) => () => {
      setUsed(true);
      setOpen(next);
    };
    return { person, workspace, commands, openPalette: show("palette"), openKeys: show("keys") };
  }, [person, workspace, commands]);
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
            <LeftBehind />
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
