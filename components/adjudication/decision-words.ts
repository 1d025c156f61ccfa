import type { Distance } from "@/lib/domain/disagreement";
import type { AdjudicationView } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";

/** "3 of 4 steps apart". */
export function distanceText(distance: Distance): string {
  if (distance.kind === "off_scale") return "Off the scale";
  return distance.steps === 0 ? "Same verdict" : `${countOf(distance.steps, "step")} apart`;
}

/** What was decided, after the editor's name. */
export function decisionSentence({ kind, reviewer }: Pick<AdjudicationView, "kind" | "reviewer">): string {
  switch (kind) {
    case "taken":
      return `took the assessment of ${reviewer?.name ?? "a former member"}`;
    case "written":
      return "wrote another verdict";
    case "returned":
      return "sent it back with a question";
    case "none_right":
      return "says that none is right";
  }
}
