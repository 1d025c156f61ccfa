import type { ClaimView } from "@/lib/domain/views";

interface HeldBack {
  /** The claim as it may be shown: its fields are new, its lists are those that are on the page. */
  view: ClaimView;
  /** How many pieces of evidence, questions, assessments and rulings came, changed or went. */
  updates: number;
}

/** What others did to a claim, without what would push the rest of the panel up or down: that waits until it is asked for. */
export function heldBack(shown: ClaimView, now: ClaimView): HeldBack {
  const view = {
    ...now,
    evidence: shown.evidence,
    evidenceCount: shown.evidenceCount,
    questions: shown.questions,
    assessments: shown.assessments,
    ruling: shown.ruling,
  };
  const updates =
    differences(shown.evidence, now.evidence) +
    differences(shown.questions, now.questions) +
    differences(shown.assessments, now.assessments) +
    differences(listed(shown.ruling), listed(now.ruling));
  return { view: updates === 0 ? now : view, updates };
}

interface Versioned {
  id: string;
  version: number;
}

function listed<T>(one: T | null): T[] {
  return one === null ? [] : [one];
}

function differences(before: readonly Versioned[], now: readonly Versioned[]): number {
  const versions = new Map(before.map(({ id, version }) => [id, version]));
  const changed = now.filter(({ id, version }) => versions.get(id) !== version).length;
  const kept = new Set(now.map(({ id }) => id));
  return changed + before.filter(({ id }) => !kept.has(id)).length;
}
