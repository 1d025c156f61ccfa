"use client";

import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { TimeAgo } from "@/components/ui/time-ago";
import type { NotificationView } from "@/lib/domain/notification";
import { pathOf, sentenceOf } from "@/lib/domain/notification-words";
import { Scale, Shield } from "lucide-react";
import Link from "next/link";

/** One notification; the whole of it leads to the thing that it is about. */
export function NotificationRow({ notification, onGo }: { notification: NotificationView; onGo: () => void }) {
  const { by, document, decision, claim, comment, at, read } = notification;
  return (
    <li className={cx("relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-4 py-3 hover:bg-sunk", !read && "bg-accent-wash")}>
      {by ? (
        <Avatar id={by.id} name={by.name} decorative />
      ) : (
        <span aria-hidden className="flex size-6.5 items-center justify-center rounded-full bg-sunk text-ink-2">
          {decision ? <Shield size={14} /> : <Scale size={14} />}
        </span>
      )}
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
        <p dir="auto" className={cx("text-sm text-pretty wrap-anywhere", !read && "font-medium")}>
          <Link
            href={pathOf(notification)}
            onClick={onGo}
            className="after:absolute after:inset-0 hover:underline hover:underline-offset-4 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {sentenceOf(notification)}
          </Link>
        </p>
        {comment ? (
          <p dir="auto" className="line-clamp-2 text-sm text-ink-2 wrap-anywhere">
            {comment.beginning}
          </p>
        ) : (
          claim && (
            <p dir="auto" className="line-clamp-2 font-text text-sm text-ink-2 wrap-anywhere">
              {claim.statement}
            </p>
          )
        )}
        <p className="flex gap-x-1 text-xs whitespace-nowrap text-ink-3">
          <bdi className="truncate">{document?.title ?? "Reports and decisions"}</bdi>
          {claim && <span>· claim {claim.number}</span>}
          <span aria-hidden>·</span>
          <TimeAgo at={at} />
        </p>
      </div>
      {read ? <span /> : <span role="img" aria-label="unread" className="mt-1.5 size-2 rounded-full bg-accent" />}
    </li>
  );
}
