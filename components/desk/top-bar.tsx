"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { Logo, LogoMark } from "@/components/ui/logo";
import { BRAND } from "@/lib/domain/brand";
import { atLeast } from "@/lib/domain/role";
import { HOME_PATH } from "@/lib/ui/next-path";
import { BellPlace } from "./bell-place";
import { useDesk } from "./desk-context";
import { DeskNavigation } from "./desk-navigation";
import { PageSaveIndicator } from "./page-save-indicator";
import { UserMenu } from "./user-menu";

interface Crumb {
  label: string;
  href?: string;
}

interface TopBarProps {
  /** Where one is, below the workspace; without it the bar shows the ways to the main pages. */
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** Pages that save while one types always say "Saved"; on the others only trouble is worth a word. */
  saves?: "always" | "trouble";
}

/** The bar above every page of the desk. */
export function TopBar({ crumbs, actions, saves = "trouble" }: TopBarProps) {
  const { person, workspace, openPalette } = useDesk();
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-2 border-b border-line bg-surface px-3 sm:gap-3 sm:px-4 print:hidden">
      <Link href={HOME_PATH} aria-label={`${BRAND.name}: documents`} className="flex h-8 items-center rounded text-ink">
        <LogoMark className="size-4 sm:hidden" />
        <Logo name={BRAND.name} className="max-sm:hidden" />
      </Link>
      {crumbs ? <Crumbs workspace={workspace.name} crumbs={crumbs} /> : <DeskNavigation role={person.role} />}
      <span className="flex-1" />
      <PageSaveIndicator say={saves} />
      {actions && <div className="flex items-center gap-2 max-sm:gap-1">{actions}</div>}
      <div className="flex items-center gap-1">
        <IconButton label="Commands and search" title="Commands and search" icon={<Search aria-hidden size={16} />} onClick={openPalette} />
        {atLeast(person, "reviewer") && <BellPlace />}
        <UserMenu />
      </div>
    </header>
  );
}

function Crumbs({ workspace, crumbs }: { workspace: string; crumbs: readonly Crumb[] }) {
  const path: Crumb[] = [{ label: workspace, href: HOME_PATH }, ...crumbs];
  return (
    <nav aria-label="You are here" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-sm text-ink-2">
        {path.map((crumb, index) => {
          const last = index === path.length - 1;
          return (
            <Fragment key={index}>
              {index > 0 && (
                <li aria-hidden className="text-ink-3 max-sm:hidden">
                  /
                </li>
              )}
              <li dir="auto" className={last ? "min-w-0 truncate font-medium text-ink" : "max-w-56 truncate max-sm:hidden"}>
                {crumb.href && !last ? (
                  <Link href={crumb.href} className="rounded hover:text-ink hover:underline hover:underline-offset-4">
                    {crumb.label}
                  </Link>
                ) : (
                  <span {...(last ? { "aria-current": "page" as const } : {})}>{crumb.label}</span>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
