"use client";

import { ArrowLeftRight, BookOpen, FilePlus, FileText, Flag, Keyboard, LogOut, Moon, Plus, Sun, User, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { CommandPalette, type PaletteGroup, type PaletteItem } from "@/components/ui/command-palette";
import { useTheme } from "@/components/ui/use-theme";
import { atLeast } from "@/lib/domain/role";
import { adminPagesFor } from "./admin-pages";
import { useDesk } from "./desk-context";
import { pagesFor } from "./desk-navigation";
import { useSignOut } from "./sign-out";
import { useFoundDocuments } from "./use-found-documents";
import { useGoToWorkspace } from "./use-go-to-workspace";

const ICONS: Readonly<Record<string, ReactNode>> = {
  "/documents": <FileText size={16} />,
  "/sources": <BookOpen size={16} />,
  "/people": <Users size={16} />,
  "/moderation": <Flag size={16} />,
};

interface DeskPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The palette of the desk: what the page offers, the documents, where one can go, and what concerns oneself. */
export function DeskPalette({ open, onOpenChange }: DeskPaletteProps) {
  const { person, workspace, workspaces, commands, openKeys } = useDesk();
  const goTo = useGoToWorkspace();
  const { dark, setTheme } = useTheme();
  const router = useRouter();
  const signOut = useSignOut();
  const [query, setQuery] = useState("");
  const documents = useFoundDocuments(query, open);
  const offered = useSyncExternalStore(commands.subscribe, commands.getGroups, commands.getGroups);

  const go = (href: string) => () => router.push(href);
  const found = documents.map((document): PaletteItem => ({
    id: document.id,
    label: document.title,
    // Documents are found by their text too: what was typed is a word of theirs.
    keywords: query ? [query] : [],
    icon: <FileText size={16} />,
    run: go(`/documents/${document.id}`),
  }));
  const pages = [
    ...pagesFor(person.role).map(({ label, href }): PaletteItem => ({ id: href, label, icon: ICONS[href], run: go(href) })),
    ...adminPagesFor(person).map(({ label, href, keywords }): PaletteItem => ({ id: href, label, keywords, run: go(href) })),
  ];
  const bringIn: PaletteItem = {
    id: "bring-in",
    label: "Bring in a text",
    keywords: ["new document", "import", "paste", "upload"],
    icon: <FilePlus size={16} />,
    run: go("/documents/new"),
  };
  const elsewhere = workspaces
    .filter(({ id }) => id !== workspace.id)
    .map(({ id, name }): PaletteItem => ({
      id: `workspace-${id}`,
      label: `Workspace ${name}`,
      keywords: ["switch"],
      icon: <ArrowLeftRight size={16} />,
      run: () => goTo(id),
    }));
  if (person.makesWorkspaces)
    elsewhere.push({ id: "new-workspace", label: "New workspace", keywords: ["make"], icon: <Plus size={16} />, run: go("/workspaces/new") });
  const own: PaletteItem[] = [
    { id: "profile", label: "Profile", keywords: ["account", "password", "sessions"], icon: <User size={16} />, run: go("/profile") },
    { id: "keys", label: "Keyboard shortcuts", shortcut: "?", icon: <Keyboard size={16} />, run: openKeys },
    {
      id: "theme",
      label: dark ? "Light theme" : "Dark theme",
      keywords: ["colours", "dark", "light"],
      icon: dark ? <Sun size={16} /> : <Moon size={16} />,
      run: () => setTheme(dark ? "light" : "dark"),
    },
    { id: "sign-out", label: "Sign out", keywords: ["log out", "leave"], icon: <LogOut size={16} />, run: signOut.start },
  ];
  const groups: PaletteGroup[] = [
    ...offered,
    ...(found.length > 0 ? [{ heading: query ? "Documents" : "Recent documents", items: found }] : []),
    { heading: "Go to", items: [...pages, ...(atLeast(person, "reviewer") ? [bringIn] : []), ...elsewhere] },
    { heading: "You", items: own },
  ];

  function change(next: boolean) {
    if (!next) setQuery("");
    onOpenChange(next);
  }

  return (
    <>
      <CommandPalette open={open} onOpenChange={change} groups={groups} placeholder="Search documents, or type a command…" onQueryChange={setQuery} />
      {signOut.question}
    </>
  );
}
