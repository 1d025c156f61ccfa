"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useWaiting } from "@/components/desk/waiting";
import type { ModeratedView } from "@/lib/domain/moderation";
import { thingKey } from "./use-decisions";

/**
 * Has the queue made anew when it is another, and answers the things that left it without one's own doing: somebody else decided about them. `asked` is what
 * of the queue is shown.
 */
export function useOvertaken(items: readonly ModeratedView[], asked: string, isOwn: (thing: ModeratedView) => boolean): readonly ModeratedView[] {
  const router = useRouter();
  const { known, queue } = useWaiting();
  const mark = useRef<string | null>(null);
  useEffect(() => {
    if (!known || queue === mark.current) return;
    if (mark.current !== null) router.refresh();
    mark.current = queue;
  }, [known, queue, router]);

  const [seen, setSeen] = useState<{ items: readonly ModeratedView[]; asked: string; overtaken: readonly ModeratedView[] }>({ items, asked, overtaken: [] });
  if (seen.items === items) return seen.overtaken;
  const here = new Set(items.map(thingKey));
  const gone = seen.asked === asked ? [...seen.overtaken, ...seen.items].filter((thing) => !here.has(thingKey(thing)) && !isOwn(thing)) : [];
  setSeen({ items, asked, overtaken: gone });
  return gone;
}
