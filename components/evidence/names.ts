import type { Stance } from "@/lib/domain/evidence";

/** How a stance is called on the page, and the class of its colour. */
export const STANCE_LOOKS: Record<Stance, { name: string; tone: string }> = {
  supports: { name: "Supports", tone: "tone-true" },
  refutes: { name: "Refutes", tone: "tone-false" },
  context: { name: "Context", tone: "tone-off" },
};
