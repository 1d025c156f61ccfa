"use client";

import { Flag, Keyboard, LogOut, Monitor, Moon, Sun, User } from "lucide-react";
import Link from "next/link";
import type { RefObject } from "react";
import { MenuBelow, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from "@/components/ui/menu";
import { useTheme } from "@/components/ui/use-theme";
import { ROLE_WORDS } from "@/components/people/role-words";
import { adminPagesFor } from "./admin-pages";
import { useDesk } from "./desk-context";
import { useSignOut } from "./sign-out";
import { useGoToWorkspace } from "./use-go-to-workspace";

const THEMES = [
  { value: "system", label: "As the system", icon: <Monitor size={14} /> },
  { value: "light", label: "Light", icon: <Sun size={14} /> },
  { value: "dark", label: "Dark", icon: <Moon size={14} /> },
] as const;

interface UserMenuItemsProps {
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** One's name and role, and what concerns oneself. */
export function UserMenuItems({ button, open, onOpenChange }: UserMenuItemsProps) {
  const { person, workspace, workspaces, openKeys } = useDesk();
  const goTo = useGoToWorkspace();
  const { theme, setTheme } = useTheme();
  const signOut = useSignOut();
  const adminPages = adminPagesFor(person);
  return (
    <>
      <MenuBelow button={button} label={`Account: ${person.name}`} align="end" open={open} onOpenChange={onOpenChange}>
        <div className="max-w-64 px-2 pt-1.5 pb-1">
          <p dir="auto" className="truncate font-medium">
            {person.name}
          </p>
          <p className="truncate text-xs text-ink-3">{person.email}</p>
          <p className="mt-0.5 truncate text-xs text-ink-3">
            {ROLE_WORDS[person.role].label} · <bdi>{workspace.name}</bdi>
          </p>
        </div>
        {(workspaces.length > 1 || person.makesWorkspaces) && (
          <>
            <MenuSeparator />
            <MenuLabel>Workspaces</MenuLabel>
            {workspaces.length > 1 && (
              <MenuRadio
                value={workspace.id}
                onChange={(id) => id !== workspace.id && goTo(id)}
                options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {person.makesWorkspaces && (
              <MenuItem asChild>
                <Link href="/workspaces/new">New workspace…</Link>
              </MenuItem>
            )}
          </>
        )}
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/profile">
            <span className="flex w-4 justify-center text-ink-3">
              <User aria-hidden size={14} />
            </span>
            Profile
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href="/moderation/own">
            <span className="flex w-4 justify-center text-ink-3">
              <Flag aria-hidden size={14} />
            </span>
            Reports and decisions
          </Link>
        </MenuItem>
        <MenuItem icon={<Keyboard size={14} />} shortcut="?" onSelect={openKeys}>
          Keyboard shortcuts
        </MenuItem>
        {adminPages.length > 0 && (
          <>
            <MenuSeparator />
            <MenuLabel>Administration</MenuLabel>
            {adminPages.map(({ label, href }) => (
              <MenuItem key={href} asChild>
                <Link href={href}>{label}</Link>
              </MenuItem>
            ))}
          </>
        )}
        <MenuSeparator />
        <MenuLabel>Theme</MenuLabel>
        <MenuRadio value={theme} onChange={setTheme} options={THEMES} />
        <MenuSeparator />
        <MenuItem icon={<LogOut size={14} />} onSelect={signOut.start}>
          Sign out
        </MenuItem>
      </MenuBelow>
      {signOut.question}
    </>
  );
}
