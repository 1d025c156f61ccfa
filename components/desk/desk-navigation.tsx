"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { atLeast, type Role } from "@/lib/domain/role";
import { WorkCount } from "./work-count";

const PAGES: readonly { label: string; href: string; from: Role }[] = [
  { label: "Documents", href: "/documents", from: "reader" },
  { label: "My work", href: "/work", from: "reviewer" },
  { label: "Sources", href: "/sources", from: "reader" },
  { label: "Moderation", href: "/moderation", from: "editor" },
  { label: "People", href: "/people", from: "editor" },
  { label: "Settings", href: "/settings", from: "admin" },
];

/** The main pages that somebody with this role can open. */
export const pagesFor = (role: Role) => PAGES.filter((page) => atLeast({ role }, page.from));

export function DeskNavigation({ role }: { role: Role }) {
  const path = usePathname();
  return (
    <nav aria-label="Pages" className="flex h-full min-w-0 overflow-x-auto sm:ms-3">
      {pagesFor(role).map(({ label, href }) => {
        const here = path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={href}
            href={href}
            {...(here ? { "aria-current": path === href ? ("page" as const) : ("true" as const) } : {})}
            className={cx(
              "flex h-full items-center whitespace-nowrap border-b-2 px-2 pt-0.5 font-medium focus-visible:-outline-offset-2 sm:px-3",
              here ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {label}
            {href === "/work" && <WorkCount />}
          </Link>
        );
      })}
    </nav>
  );
}
