import { isDecided, type ClaimState } from "@/lib/domain/claim";
import type { HighlightTone, Tone } from "@/lib/domain/scale";
import type { ClaimSummaryView, LabelView, ScaleView } from "@/lib/domain/views";

/** The classes that set the colour of whatever stands inside, whole so that the style compiler finds them. */
const TONE_CLASSES: Record<HighlightTone, string> = {
  true: "tone-true",
  "mostly-true": "tone-mostly-true",
  half: "tone-half",
  "mostly-false": "tone-mostly-false",
  false: "tone-false",
  off: "tone-off",
  open: "tone-open",
  skipped: "tone-skipped",
};

const STATE_CLASSES: Record<ClaimState, string> = {
  spotted: "tone-open",
  skipped: "tone-skipped",
  researching: "tone-accent",
  in_review: "tone-half",
  contested: "tone-mostly-false",
  adjudicated: "tone-off",
  approved: "tone-true",
  published: "tone-true",
  corrected: "tone-mostly-true",
  voided: "tone-skipped",
};

/** The class of a tone. */
export function toneClass(tone: HighlightTone): string {
  return TONE_CLASSES[tone];
}

/** The class of a state, for its dot. */
export function stateToneClass(state: ClaimState): string {
  return STATE_CLASSES[state];
}

/** How a claim is coloured in the text: by its verdict once that stands, before that as open, or as skipped. */
export function highlightTone(claim: Pick<ClaimSummaryView, "state" | "labelId">, scale: Pick<ScaleView, "labels">): HighlightTone {
  if (claim.state === "skipped" || claim.state === "voided") return "skipped";
  if (!isDecided(claim.state)) return "open";
  return labelOf(scale, claim.labelId)?.tone ?? "off";
}

/** The label with this id, a retired one too. */
export function labelOf(scale: Pick<ScaleView, "labels">, labelId: string | null): LabelView | null {
  return scale.labels.find((label) => label.id === labelId) ?? null;
}

/** How much of the dial is filled, 0 to 1, so that the verdict can be told without its colour; null off the scale. */
export function dialShare(tone: Tone): number | null {
  return { true: 1, "mostly-true": 0.75, half: 0.5, "mostly-false": 0.25, false: 0, off: null }[tone];
}
