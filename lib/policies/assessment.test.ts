import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAIM_STATES, isDecided } from "@/lib/domain/claim";
import { isBlind, REVIEW_MODES } from "@/lib/domain/review";
import { ROLES } from "@/lib/domain/role";
import { assessmentsVisible, seesAssessment, type AssessedClaim } from "./assessment";

const claim: AssessedClaim = { state: "in_review", reviewMode: "proposal", assessedAt: null, round: 1, reviewerIds: ["a"] };
const person = (userId: string, role: (typeof ROLES)[number]) => ({ userId, role });

describe("whose assessments somebody sees", () => {
  it("in a proposal: editors all, reviewers after their own, readers once it is decided", () => {
    expect(assessmentsVisible(person("e", "editor"), claim)).toBe(true);
    expect(assessmentsVisible(person("b", "reviewer"), claim)).toBe(false);
    expect(assessmentsVisible(person("a", "reviewer"), claim)).toBe(true);
    expect(assessmentsVisible(person("r", "reader"), claim)).toBe(false);
    expect(assessmentsVisible(person("r", "reader"), { ...claim, state: "approved" })).toBe(true);
  });

  it("while blind nobody sees another's, whatever the role, and everybody their own", () => {
    const anyClaim = fc.record({
      state: fc.constantFrom(...CLAIM_STATES),
      reviewMode: fc.constantFrom(...REVIEW_MODES),
      assessedAt: fc.option(fc.constant(new Date(0))),
      round: fc.integer({ min: 1, max: 3 }),
      reviewerIds: fc.subarray(["a", "b", "c"]),
    });
    fc.assert(
      fc.property(anyClaim, fc.constantFrom(...ROLES), fc.constantFrom("a", "b", "d"), (given, role, userId) => {
        const own = seesAssessment({ userId, role }, given, { reviewerId: userId, round: given.round });
        const other = seesAssessment({ userId, role }, given, { reviewerId: "someone", round: given.round });
        expect(own).toBe(true);
        if (isBlind(given, { state: given.state, assessed: given.assessedAt !== null })) expect(other).toBe(false);
        if (role === "reader" && !isDecided(given.state)) expect(other).toBe(false);
      }),
    );
  });

  it("shows an earlier round to those who work on claims, while the new one is blind", () => {
    const again: AssessedClaim = { ...claim, reviewMode: "blind", round: 2 };
    expect(seesAssessment(person("b", "reviewer"), again, { reviewerId: "a", round: 1 })).toBe(true);
    expect(seesAssessment(person("e", "editor"), again, { reviewerId: "a", round: 2 })).toBe(false);
    expect(seesAssessment(person("r", "reader"), again, { reviewerId: "a", round: 1 })).toBe(false);
  });
});
