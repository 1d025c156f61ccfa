import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Button } from "./button";

interface PagerProps {
  /** Names the navigation: "Pages of documents". */
  label: string;
  /** The first page is 1. */
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => string;
}

/** Where one is in a long list, and the ways on; nothing for a list of one page. */
export function Pager({ label, page, pageSize, total, hrefFor }: PagerProps) {
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4 text-sm text-ink-2">
      <p className="tabular-nums">
        {(page - 1) * pageSize + 1}–{Math.min(page * pageSize, total)} of {total}
      </p>
      <div className="flex gap-2">
        <Step label="Previous" icon={<ChevronLeft aria-hidden size={14} className="rtl:-scale-x-100" />} href={page > 1 ? hrefFor(page - 1) : null} />
        <Step label="Next" icon={<ChevronRight aria-hidden size={14} className="rtl:-scale-x-100" />} href={page < last ? hrefFor(page + 1) : null} after />
      </div>
    </nav>
  );
}

interface StepProps {
  label: string;
  icon: React.ReactNode;
  href: string | null;
  after?: boolean;
}

function Step({ label, icon, href, after = false }: StepProps) {
  const inside = (
    <>
      {!after && icon}
      {label}
      {after && icon}
    </>
  );
  return href === null ? (
    <Button disabled>{inside}</Button>
  ) : (
    <Button asChild>
      <Link href={href}>{inside}</Link>
    </Button>
  );
}
