import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAIM_STATES, isDecided, type ClaimState } from "./claim";
import { isBlind, outcomeOf, PANEL_RULES, REVIEW_MODES, REVIEWERS_MAX, REVIEWERS_MIN, whyNotAssess, type ReviewSettings } from "./review";

const blind: ReviewSettings = { reviewMode: "blind", reviewers: 2, panelRule: "majority" };
const majority: ReviewSettings = { reviewMode: "panel", reviewers: 3, panelRule: "majority" };
const unanimity: ReviewSettings = { ...majority, panelRule: "unanimity" };
const proposal: ReviewSettings = { ...blind, reviewMode: "proposal" };

const votes = (text: string) => [...text].map((label) => ({ labelId: label === "-" ? null : label }));

describe("what assessments come to", () => {
  it.each([
    ["nothing is decided by a proposal", proposal, "aa", "open"],
    ["one of two blind ones decides nothing", blind, "a", "open"],
    ["two that agree rule", blind, "aa", "a"],
    ["two that differ are contested", blind, "ab", "contested"],
    ["one that cannot judge agrees with nobody", blind, "a-", "contested"],
    ["nor do two who cannot judge", blind, "--", "contested"],
    ["two votes of three do not carry before the third", majority, "aa", "open"],
    ["two votes of three carry", majority, "aba", "a"],
    ["three ways are contested", majority, "abc", "contested"],
    ["a vote withheld is still a vote of the panel", majority, "aa-", "a"],
    ["one of three is no majority", majority, "a--", "contested"],
    ["half is no majority", { ...majority, reviewers: 4 }, "aabb", "contested"],
    ["two of three are not all", unanimity, "aab", "contested"],
    ["all are all", unanimity, "aaa", "a"],
  ] as const)("%s", (_, settings, given, expected) => {
    const outcome = outcomeOf(settings, votes(given));
    expect(outcome.kind === "agreed" ? outcome.labelId : outcome.kind).toBe(expected);
  });

  const settings = fc.record({
    reviewMode: fc.constantFrom("blind" as const, "panel" as const),
    reviewers: fc.integer({ min: REVIEWERS_MIN, max: REVIEWERS_MAX }),
    panelRule: fc.constantFrom(...PANEL_RULES),
  });
  const judgements = fc.array(fc.record({ labelId: fc.constantFrom("a", "b", "c", null) }), { maxLength: REVIEWERS_MAX });

  it("does not depend on who came first", () => {
    fc.assert(
      fc.property(settings, judgements, fc.integer(), (rule, given, by) => {
        const turned = given.map((_, index) => given[(index + Math.abs(by)) % given.length] ?? { labelId: null });
        expect(outcomeOf(rule, turned)).toEqual(outcomeOf(rule, given));
      }),
    );
  });

  it("is open exactly while assessments are missing, and a label that rules has more than half", () => {
    fc.assert(
      fc.property(settings, judgements, (rule, given) => {
        const outcome = outcomeOf(rule, given);
        expect(outcome.kind === "open").toBe(given.length < rule.reviewers);
        if (outcome.kind === "agreed") expect(given.filter((each) => each.labelId === outcome.labelId).length * 2).toBeGreaterThan(given.length);
      }),
    );
  });
});

describe("who may still assess", () => {
  const open = { state: "in_review" as ClaimState, assessed: false };

  it("is everybody while a proposal is open", () => {
    expect(whyNotAssess(proposal, open, ["a", "b", "c"], "d")).toBeNull();
  });

  it("is whoever comes before the number is reached, and the author until it is", () => {
    expect(whyNotAssess(blind, open, [], "a")).toBeNull();
    expect(whyNotAssess(blind, open, ["a"], "a")).toBeNull();
    expect(whyNotAssess(blind, open, ["a"], "b")).toBeNull();
    expect(whyNotAssess(blind, open, ["a", "b"], "c")).toMatch(/2 assessments already/);
    expect(whyNotAssess(blind, { ...open, assessed: true }, ["a", "b"], "a")).toMatch(/closed/);
    expect(whyNotAssess(majority, { state: "contested", assessed: true }, ["a", "b", "c"], "a")).toMatch(/panel has voted/);
  });

  it("is nobody once the verdict stands, in any mode, and the sentence says so", () => {
    for (const reviewMode of REVIEW_MODES)
      for (const state of CLAIM_STATES) {
        const why = whyNotAssess({ ...blind, reviewMode }, { state, assessed: false }, [], "a");
        if (isDecided(state)) expect(why).toMatch(/verdict stands/);
        if (state === "adjudicated") expect(why).toMatch(/adjudicated/);
        if (state === "skipped" || state === "voided") expect(why).toMatch(/not under work/);
      }
  });
});

describe("blindness", () => {
  it("holds from the first assessment to the last, and never over a proposal", () => {
    for (const state of CLAIM_STATES) {
      const gathering = ["spotted", "skipped", "researching", "in_review"].includes(state);
      for (const settings of [blind, majority]) {
        expect(isBlind(settings, { state, assessed: false })).toBe(gathering);
        expect(isBlind(settings, { state, assessed: true })).toBe(false);
      }
      expect(isBlind(proposal, { state, assessed: false })).toBe(false);
    }
  });
});
