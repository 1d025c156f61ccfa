import type { ClaimView, ScaleView } from "@/lib/domain/views";
import Link from "next/link";
import { DecisionCard } from "./decision-card";

/** What was decided before, the latest first, with the reasons. */
export function DecidedList({ claims, scale }: { claims: readonly ClaimView[]; scale: ScaleView }) {
  return (
    <section aria-labelledby="decided" className="grid gap-4 border-t border-line pt-6">
      <h2 id="decided" className="font-text text-lg/6 font-semibold">
        Decided
      </h2>
      <ul className="grid gap-5">
        {claims.map((claim) => (
          <li key={claim.id} className="grid max-w-3xl gap-2">
            <h3 dir="auto" className="font-medium text-pretty">
              <Link href={`/documents/${claim.documentId}?claim=${claim.id}`} className="underline-offset-3 hover:underline">
                {claim.number}. {claim.statement}
              </Link>
            </h3>
            {claim.adjudications.map((decision) => (
              <DecisionCard key={decision.id} decision={decision} scale={scale} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
