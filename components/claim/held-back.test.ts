import { describe, expect, it } from "vitest";
import { claimsFor } from "@/app/styleguide/claim/fixtures";
import type { ClaimView } from "@/lib/domain/views";
import { heldBack } from "./held-back";

const [claim] = claimsFor("editor").filter(({ state }) => state === "contested");
if (!claim) throw new Error("The fixtures have no contested claim.");
const [first, ...others] = claim.evidence;

const cases: [string, Partial<ClaimView>, number][] = [
  ["a field", { statement: "Another" }, 0],
  ["new evidence", { evidence: [...claim.evidence, ...claim.evidence.map((each) => ({ ...each, id: `${each.id}-new` }))] }, claim.evidence.length],
  ["evidence that went", { evidence: others, evidenceCount: others.length }, 1],
  ["evidence that changed", { evidence: first ? [{ ...first, version: first.version + 1 }, ...others] : [] }, 1],
  ["a question that was deleted, and leaves its evidence", { questions: [] }, claim.questions.length],
  ["assessments and evidence that went", { assessments: [], evidence: others }, claim.assessments.length + 1],
];

describe("what is held back", () => {
  it.each(cases)("%s", (_, change, updates) => {
    const now = { ...claim, version: 9, ...change };
    const held = heldBack(claim, now);
    expect(held.updates).toBe(updates);
    expect(held.view).toEqual(
      updates === 0
        ? now
        : {
            ...now,
            evidence: claim.evidence,
            evidenceCount: claim.evidenceCount,
            questions: claim.questions,
            assessments: claim.assessments,
            ruling: claim.ruling,
          },
    );
  });
});
