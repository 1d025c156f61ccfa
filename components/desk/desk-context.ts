"use client";

import { createContext, use } from "react";
import type { Role } from "@/lib/domain/role";
import type { CommandRegistry } from "./command-registry";

export interface DeskPerson {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** True for the one who runs the instance. */
  owner: boolean;
  makesWorkspaces: boolean;
  seesSystem: boolean;
}

export interface DeskWorkspace {
  id: string;
  name: string;
}

interface DeskValue {
  person: DeskPerson;
  /** In which the page stands. */
  workspace: DeskWorkspace;
  /** All that the person can open. */
  workspaces: readonly DeskWorkspace[];
  commands: CommandRegistry;
  openPalette: () => void;
  openKeys: () => void;
}

export const DeskContext = createContext<DeskValue | null>(null);

/** Who is at the desk, and how to open its palette and its sheet of keys. Throws outside of the signed-in pages. */
export function useDesk(): DeskValue {
  const desk = use(DeskContext);
  if (!desk) throw new Error("Desk is missing above this component.");
  return desk;
}
