"use client";

import { lazy, Suspense, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { useDesk } from "./desk-context";

const fetchMenu = () => import("./user-menu-items");
const UserMenuItems = lazy(async () => ({ default: (await fetchMenu()).UserMenuItems }));

/** One's picture; behind it one's name and role, and what concerns oneself. The menu is fetched when the pointer or the focus nears it. */
export function UserMenu() {
  const { person } = useDesk();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  return (
    <div className="relative">
      <button
        ref={button}
        type="button"
        aria-label={`Account: ${person.name}`}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={() => void fetchMenu()}
        onFocus={() => void fetchMenu()}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
        className="flex size-9 items-center justify-center rounded-full"
      >
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
