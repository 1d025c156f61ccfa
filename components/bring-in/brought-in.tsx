"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FIRST_DOUBT } from "@/lib/domain/first-doubt";
import type { ForeignResultView } from "@/lib/domain/foreign";
import { countOf } from "@/lib/ui/format";

interface BroughtInProps {
  documentId: string;
  name: string;
  result: ForeignResultView;
  onAgain: () => void;
}

/** What was brought in, where it is now, and how to undo it. */
export function BroughtIn({ documentId, name, result, onAgain }: BroughtInProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { claims, already, questions, evidence, sources, firstClaimId } = result;
  const doubtful = result.doubtful + result.lost;
  return (
    <section aria-labelledby="brought-in" className="grid justify-items-start gap-4 rounded-[10px] border border-line bg-surface p-6">
      <CircleCheck aria-hidden size={24} className="text-ok" />
      <h2 id="brought-in" ref={heading} tabIndex={-1} className="font-text text-lg/6 font-semibold outline-none">
        {countOf(claims, "claim")} brought in from <bdi>{name}</bdi>
      </h2>
      <ul className="grid list-disc gap-1 ps-5 text-sm text-ink-2">
        {questions > 0 && <li>{countOf(questions, "question")} about them</li>}
        {evidence > 0 && (
          <li>
            {countOf(evidence, "piece", "pieces")} of evidence;{" "}
            {sources === 0 ? "the library had all sources already" : `${countOf(sources, "source is", "sources are")} new in the library`}
          </li>
        )}
        {doubtful > 0 && <li>{countOf(doubtful, "claim needs", "claims need")} a look: say where the words are</li>}
        {already > 0 && (
          <li>
            {countOf(already, "claim was", "claims were")} left out because {already === 1 ? "it is" : "they are"} already there
          </li>
        )}
        <li>Not what you wanted? Open a claim and delete it; deleting can be undone.</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button asChild variant="primary">
          <Link href={`/documents/${documentId}${firstClaimId === null ? "" : `?claim=${firstClaimId}`}`}>See the claims</Link>
        </Button>
        {doubtful > 0 && (
          <Button asChild>
            <Link href={`/documents/${documentId}?look=${FIRST_DOUBT}`}>Settle what is in doubt</Link>
          </Button>
        )}
        <Button variant="ghost" onClick={onAgain}>
          Bring in another file
        </Button>
      </div>
    </section>
  );
}
