import type { ClaimView, ScaleView } from "@/lib/domain/views";
import Link from "next/link";
import { DecisionCard } from "./decision-card";

/** In the claim's panel: what was decided on it and why, and while it is contested the way to where that is done. */
export function ClaimDecisions({ claim, scale }: { claim: ClaimView; scale: ScaleView }) {
  const contested = claim.state === "contested";
  if (!contested && claim.adjudications.length === 0) return null;
  return (
    <section aria-label="Adjudication" className="grid gap-2">
      <h3 className="eyebrow">Adjudication</h3>
      {contested && (
        <p className="text-sm text-pretty text-ink-2">
          The assessments differ.{" "}
          <Link href={`/documents/${claim.documentId}/adjudicate?claim=${claim.id}`} className="text-accent underline underline-offset-2">
            {claim.can.adjudicate ? "Decide with all of them side by side" : "See them side by side"}
          </Link>
        </p>
      )}
      {claim.adjudications.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} scale={scale} />
      ))}
    </section>
  );
}
