"use client";

import { Button } from "@/components/ui/button";
import { useState, type ReactNode } from "react";

/** How many stand there before one asks for all. */
const FEW = 5;

/** A list that begins with its first items, and shows the others when asked. */
export function LatestFew({ items, noun, className }: { items: readonly ReactNode[]; noun: string; className: string }) {
  const [all, setAll] = useState(false);
  return (
    <div className="grid gap-3">
      <ol className={className}>{all ? items : items.slice(0, FEW)}</ol>
      {items.length > FEW && !all && (
        <Button size="sm" className="justify-self-start" onClick={() => setAll(true)}>
          Show all {items.length} {noun}
        </Button>
      )}
    </div>
  );
}
