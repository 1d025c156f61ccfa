"use client";

import { useWaiting } from "@/components/desk/waiting";
import { api } from "@/lib/ui/api";
import { useEffect } from "react";

/** Milliseconds in view until a thing counts as seen. */
const SEEN_MS = 1000;

/** Marks the notifications about the claim, or about the text of the document, as read: it is open here. */
export function useSeen(about: { claimId: string } | { documentId: string }): void {
  const { unread, newest } = useWaiting();
  const waits = unread > 0;
  const body = JSON.stringify(about);
  useEffect(() => {
    if (!waits) return undefined;
    // What could not be marked stays unread, and nothing is lost by that.
    const timer = setTimeout(() => void api.put("/notifications/read", JSON.parse(body)).catch(() => undefined), SEEN_MS);
    return () => clearTimeout(timer);
  }, [waits, newest, body]);
}
