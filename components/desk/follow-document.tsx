"use client";

import { waitingForNetwork } from "@/components/ui/part";
import { whenIdle } from "@/components/ui/when-idle";
import type { DocumentMessage } from "@/lib/domain/live";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useDesk } from "./desk-context";

interface FollowDocumentProps {
  documentId: string;
  /** The number up to which the page knows the document. */
  seq: number;
}

/** Milliseconds in which changes are gathered before the page is read again. */
const GATHER_MS = 400;

/** Has the page read again when others change the document; what is being written in it stays. */
export function FollowDocument({ documentId, seq }: FollowDocumentProps) {
  const { person } = useDesk();
  const router = useRouter();
  const known = useRef(seq);
  useEffect(() => {
    known.current = Math.max(known.current, seq);
  }, [seq]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (message: DocumentMessage) => {
      if (message.kind === "presence") return;
      if (message.kind !== "end") known.current = Math.max(known.current, message.seq);
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), GATHER_MS);
    };
    let stop = () => undefined;
    let left = false;
    const callOff = whenIdle(
      () =>
        void waitingForNetwork(() => import("@/lib/ui/live-line")).then(({ liveLine }) => {
          if (left) return;
          const leave = liveLine(person.id).follow({ documentId, seq: () => known.current, hear, become: () => undefined });
          stop = () => void leave();
        }),
    );
    return () => {
      left = true;
      callOff();
      stop();
      clearTimeout(timer);
    };
  }, [documentId, person.id, router]);
  return null;
}
