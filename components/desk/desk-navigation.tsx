"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type CSSProperties } from "react";
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

/** An edge fades where more of the bar lies beyond it. */
const FADING: CSSProperties = {
  maskImage: "linear-gradient(to right, transparent, black var(--before, 0px), black calc(100% - var(--after, 0px)), transparent)",
};

function fadeEdges(nav: HTMLElement): void {
  const beyond = nav.scrollWidth - nav.clientWidth - nav.scrollLeft;
  nav.style.setProperty("--before", nav.scrollLeft > 1 ? "1.5rem" : "0px");
  nav.style.setProperty("--after", beyond > 1 ? "1.5rem" : "0px");
}

export function DeskNavigation({ role }: { role: Role }) {
  const path = usePathname();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = bar.current;
    if (!nav) return;
    // Sizes change with the window, the font, and the count that comes later.
    const sizes = new ResizeObserver(() => {
      const here = nav.querySelector<HTMLElement>("[aria-current]");
      if (here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
      fadeEdges(nav);
    });
    for (const each of [nav, ...nav.children]) sizes.observe(each);
    return () => sizes.disconnect();
  }, [path]);
  return (
    <nav
      ref={bar}
      aria-label="Pages"
      onScroll={(event) => fadeEdges(event.currentTarget)}
      style={FADING}
      className="flex h-full min-w-0 overflow-x-auto [scrollbar-width:none] sm:ms-3"
    >
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
