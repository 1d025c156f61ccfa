"use client";

import { cx } from "@/components/ui/cx";
import { standingOf } from "@/lib/domain/assignment";
import { formatDateShort } from "@/lib/ui/format";
import { useToday } from "@/components/ui/use-today";

const LOOKS = { overdue: "font-medium text-danger", today: "font-medium text-warn", later: "" };

/** Until when something is to be done, and whether that is over. */
export function DueDay({ due, className }: { due: string; className?: string }) {
  const today = useToday();
  const standing = today === null ? "later" : (standingOf(due, today) ?? "later");
  const words = standing === "today" ? "due today" : `${standing === "overdue" ? "overdue since" : "due"} ${formatDateShort(due)}`;
  return (
    <time dateTime={due} className={cx("whitespace-nowrap first-letter:uppercase", LOOKS[standing], className)}>
      {words}
    </time>
  );
}
