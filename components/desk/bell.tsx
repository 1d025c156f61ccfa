"use client";

import { Bell as Icon } from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { part } from "@/components/ui/part";
import { useDesk } from "./desk-context";
import { hearWaiting } from "./hear-waiting";
import { useWaiting } from "./waiting";

const fetchPanel = () => import("@/components/notification/notification-panel");
const NotificationPanel = part(fetchPanel, (each) => each.NotificationPanel);

/** How many notifications wait; behind it their list, which is fetched when the pointer or the focus nears. */
export function Bell() {
  const { person } = useDesk();
  const { unread } = useWaiting();
  useEffect(() => hearWaiting(person.id), [person.id]);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  return (
    <div className="relative">
      <IconButton
        ref={button}
        label={unread === 0 ? "Notifications" : `Notifications: ${String(unread)} unread`}
        title="Notifications"
        aria-haspopup="dialog"
        aria-expanded={open}
        icon={<Icon aria-hidden size={16} />}
        onPointerEnter={() => void fetchPanel()}
        onFocus={() => void fetchPanel()}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
      />
      {unread > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute -end-0.5 -top-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-2xs/none font-semibold text-accent-ink tabular-nums ring-2 ring-surface forced-colors:border"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
      {used && (
        <Suspense>
          <NotificationPanel button={button} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </div>
  );
}
