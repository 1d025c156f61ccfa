"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonText } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { apiErrorOf } from "@/lib/ui/api";
import { Bell } from "lucide-react";
import { useState } from "react";
import { byDay } from "./by-day";
import { NotificationRow } from "./notification-row";
import { useNotifications } from "./use-notifications";

/** What one was told, the unread first, by days. Needs the data cache above it. */
export function NotificationList({ onGo }: { onGo: () => void }) {
  const { list, error, retry, more, fetchingMore, read, readAll } = useNotifications();
  const [reading, setReading] = useState(false);
  const [now] = useState(Date.now);

  async function readThemAll(): Promise<void> {
    setReading(true);
    try {
      await readAll();
    } catch (failure) {
      toast.error("They are still unread", apiErrorOf(failure).message);
    }
    setReading(false);
  }

  return (
    <>
      <div className="flex min-h-11 items-center gap-2 border-b border-line ps-4 pe-2">
        <h2 className="flex-1 font-medium">Notifications</h2>
        {list?.some((each) => !each.read) && (
          <Button size="sm" variant="ghost" loading={reading} onClick={() => void readThemAll()}>
            Mark all as read
          </Button>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error ? (
          <ErrorState title="Your notifications did not load" onRetry={retry}>
            Nothing was lost. {apiErrorOf(error).message}
          </ErrorState>
        ) : !list ? (
          <div aria-busy className="p-4">
            <SkeletonText lines={6} />
          </div>
        ) : list.length === 0 ? (
          <EmptyState title="Nothing to tell" icon={<Bell size={18} />}>
            Here it says when somebody names or answers you, and when a claim comes to you or comes back.
          </EmptyState>
        ) : (
          byDay(list, now).map(({ key, title, items }) => (
            <section key={key} aria-label={title}>
              <h3 className="eyebrow bg-paper px-4 py-1.5">{title}</h3>
              <ul className="divide-y divide-line">
                {items.map((item) => (
                  <NotificationRow
                    key={item.id}
                    notification={item}
                    onGo={() => {
                      onGo();
                      // What is not marked now is marked when the thing itself is seen.
                      if (!item.read) void read(item.id).catch(() => undefined);
                    }}
                  />
                ))}
              </ul>
            </section>
          ))
        )}
        {more && (
          <p className="flex justify-center p-3">
            <Button size="sm" loading={fetchingMore} onClick={more}>
              Show more
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
