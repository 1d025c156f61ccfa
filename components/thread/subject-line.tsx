"use client";

import { IconButton } from "@/components/ui/button";
import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

interface SubjectLineProps {
  children: ReactNode;
  dropLabel: string;
  onDrop: () => void;
}

/** What a discussion is going to be about, above the field in which it is begun; comes into view by itself. */
export function SubjectLine({ children, dropLabel, onDrop }: SubjectLineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    line.current?.scrollIntoView({ block: "nearest" });
    line.current?.parentElement?.querySelector("textarea")?.focus();
  }, []);
  return (
    <div ref={line} className="flex items-start gap-2 text-sm text-ink-2">
      <p dir="auto" className="min-w-0 flex-1 border-s-2 border-accent ps-2 wrap-anywhere">
        {children}
      </p>
      <IconButton size="sm" label={dropLabel} icon={<X aria-hidden size={14} />} onClick={onDrop} />
    </div>
  );
}
