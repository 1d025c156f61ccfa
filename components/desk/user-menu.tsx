"use client";

import { Suspense, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { part } from "@/components/ui/part";
import { useDesk } from "./desk-context";

const fetchMenu = () => import("./user-menu-items");
const UserMenuItems = part(fetchMenu, (each) => each.UserMenuItems);

/** One's picture; behind it one's name and role, and what concerns oneself. The menu is fetched when the pointer or the focus nears it. */
export function UserMenu() {
  const { person, workspace, workspaces } = useDesk();
  const several = workspaces.length > 1;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  return (
    <div className="relative">
      <button
        ref={button}
        type="button"
        aria-label={`Account: ${person.name}${several ? `, ${workspace.name}` : ""}`}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={() => void fetchMenu()}
        onFocus={() => void fetchMenu()}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded-full"
      >
        {several && <bdi className="max-w-40 truncate ps-2 text-xs text-ink-2 max-md:hidden">{workspace.name}</bdi>}
        <Avatar id={person.id} name={person.name} decorative />
      </button>
      {used && (
        <Suspense>
          <UserMenuItems button={button} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </div>
  );
}
