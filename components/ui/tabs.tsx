"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Badge } from "./tag";

interface TabsProps {
  tabs: readonly { id: string; label: string; count?: number; content: ReactNode }[];
  /** Names the group for assistive technology. */
  label: string;
  value?: string;
  onChange?: (id: string) => void;
  className?: string;
  /** On the list of tabs: padding, stickiness. */
  listClassName?: string;
}

export function Tabs({ tabs, label, value, onChange, className, listClassName }: TabsProps) {
  return (
    <Radix.Root
      defaultValue={tabs[0]?.id ?? ""}
      className={className}
      {...(value !== undefined ? { value } : {})}
      {...(onChange ? { onValueChange: onChange } : {})}
    >
      <Radix.List aria-label={label} className={cx("flex gap-4 overflow-x-auto border-b border-line", listClassName)}>
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="flex h-10 items-center gap-1.5 border-b-2 border-transparent font-medium whitespace-nowrap text-ink-3 hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <Badge>{tab.count}</Badge>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="focus-visible:-outline-offset-2">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
