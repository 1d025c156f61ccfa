"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { RevisionListItem } from "@/lib/domain/revision";
import { formatDateShort } from "@/lib/ui/format";

interface CompareFormProps {
  documentId: string;
  /** The newest first; at least two. */
  revisions: readonly RevisionListItem[];
}

/** Chooses two revisions to be compared: the last correction, unless said otherwise. */
export function CompareForm({ documentId, revisions }: CompareFormProps) {
  const router = useRouter();
  const [from, setFrom] = useState(revisions[1]?.number ?? 1);
  const [to, setTo] = useState(revisions[0]?.number ?? 1);
  const options = revisions.map(({ number, createdAt }) => ({ value: String(number), label: `Revision ${String(number)}, ${formatDateShort(createdAt)}` }));
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        router.push(`/documents/${documentId}/compare?from=${String(from)}&to=${String(to)}`);
      }}
    >
      <Select aria-label="Compare" options={options} value={String(from)} onChange={(event) => setFrom(Number(event.target.value))} className="w-56" />
      <span className="text-sm text-ink-2">with</span>
      <Select aria-label="With" options={options} value={String(to)} onChange={(event) => setTo(Number(event.target.value))} className="w-56" />
      <Button type="submit" disabled={from === to}>
        Compare
      </Button>
    </form>
  );
}
