"use client";

import { useWaiting } from "@/components/desk/waiting";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Has the page made anew when other work waits than the `total` that it shows. */
export function FreshWork({ total }: { total: number }) {
  const router = useRouter();
  const { known, work, newest } = useWaiting();
  useEffect(() => {
    if (known && work !== total) router.refresh();
  }, [known, work, newest, total, router]);
  return null;
}
