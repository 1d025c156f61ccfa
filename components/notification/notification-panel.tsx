"use client";

import { DataCache } from "@/components/ui/data-cache";
import { PopoverBelow } from "@/components/ui/popover";
import Link from "next/link";
import type { RefObject } from "react";
import { NotificationList } from "./notification-list";

interface NotificationPanelProps {
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** One's notifications, below the bell. */
export function NotificationPanel({ button, open, onOpenChange }: NotificationPanelProps) {
  return (
    <PopoverBelow
      button={button}
      label="Notifications"
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      className="flex max-h-[min(38rem,var(--radix-popover-content-available-height))]! w-96 flex-col"
    >
      <DataCache>
        <NotificationList onGo={() => onOpenChange(false)} />
      </DataCache>
      <p className="border-t border-line px-4 py-2 text-xs">
        <Link
          href="/profile#notifications"
          onClick={() => onOpenChange(false)}
          className="rounded text-ink-2 underline-offset-4 hover:text-ink hover:underline"
        >
          Choose what you are told of
        </Link>
      </p>
    </PopoverBelow>
  );
}
