import type { ClaimView } from "@/lib/domain/views";
import { EyeOff } from "lucide-react";

/** Says what nobody sees yet, and until when. */
export function BlindNote({ review }: { review: ClaimView["review"] }) {
  const what = review.reviewMode === "panel" ? "votes" : "assessments";
  return (
    <p className="flex items-start gap-2 rounded bg-sunk px-2.5 py-2 text-xs text-pretty text-ink-2">
      <EyeOff aria-hidden size={14} className="mt-px shrink-0 text-ink-3" />
      <span>
        {review.round > 1 && "This claim was sent back, and is assessed anew. "}
        Blind: until all {review.reviewers} {what} are in, nobody sees another’s, an editor neither, nor whether there are any.
      </span>
    </p>
  );
}
