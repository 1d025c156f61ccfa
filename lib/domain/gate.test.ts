import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalGate, GATE_RULES_DEFAULT, type GateCondition, type GateEvidence, type GateInput } from "./gate";

const evidence: GateEvidence = { sourceId: "s1", primary: false, addressed: true, archived: false, quoted: true, quoteVerified: false };
const ready: GateInput = {
  rules: GATE_RULES_DEFAULT,
  ruling: { labelId: "l", summary: "So.", justification: "Because." },
  ownRuling: true,
  evidence: [evidence],
  contacts: 0,
  blockingThreads: 0,
  scaleHasLabels: true,
  doubtfulAnchors: 0,
  assessmentsAwaited: 0,
};
const unmet = (input: Partial<GateInput>, rules: Partial<GateInput["rules"]> = {}) =>
  approvalGate({ ...ready, ...input, rules: { ...GATE_RULES_DEFAULT, ...rules } })
    .filter((condition) => !condition.met)
    .map((condition) => condition.key);

describe("the gate", () => {
  it.each<[string, Partial<GateInput>, Partial<GateInput["rules"]>, GateCondition["key"][]]>([
    ["lets through what a workspace asks for that has set nothing", {}, {}, []],
    ["wants a ruling with its line", { ruling: { labelId: "l", summary: " ", justification: "" } }, {}, ["ruling", "justification"]],
    [
      "takes a conclusion without a label on a scale without labels",
      { ruling: { labelId: null, summary: "So.", justification: "B." }, scaleHasLabels: false },
      {},
      [],
    ],
    ["wants evidence", { evidence: [] }, {}, ["evidence"]],
    ["counts sources, not pieces of evidence", { evidence: [evidence, evidence] }, { minSources: 2 }, ["evidence"]],
    ["is content with two sources", { evidence: [evidence, { ...evidence, sourceId: "s2" }] }, { minSources: 2 }, []],
    ["wants a primary source where asked", {}, { primarySource: true }, ["primary"]],
    ["takes one primary of two", { evidence: [evidence, { ...evidence, primary: true }] }, { primarySource: true }, []],
    ["wants each source on the web archived", { evidence: [{ ...evidence, archived: true }, evidence] }, { archived: true }, ["archive"]],
    ["archives nothing that has no address", { evidence: [{ ...evidence, addressed: false }] }, { archived: true }, []],
    ["wants each quote verified", { evidence: [{ ...evidence, quoteVerified: true }, evidence] }, { quotesVerified: true }, ["quotes"]],
    ["verifies no quote that is not there", { evidence: [{ ...evidence, quoted: false }] }, { quotesVerified: true }, []],
    ["wants the claimant contacted", {}, { claimantContacted: true }, ["contact"]],
    ["takes an attempt without an answer", { contacts: 1 }, { claimantContacted: true }, []],
    ["wants another to approve than who ruled", {}, { secondSignature: true }, ["signature"]],
    ["takes the second editor's signature", { ownRuling: false }, { secondSignature: true }, []],
    ["stops at a thread that blocks", { blockingThreads: 2 }, {}, ["threads"]],
    ["unless the workspace does not mind", { blockingThreads: 2 }, { noBlockingThreads: false }, []],
    ["waits for the last assessment", { assessmentsAwaited: 2 }, {}, ["assessments"]],
    ["wants every quote in its place", { doubtfulAnchors: 1 }, {}, ["anchors"]],
  ])("%s", (_, input, rules, expected) => {
    expect(unmet(input, rules)).toEqual(expected);
  });

  it("only ever becomes stricter by asking for more", () => {
    const rules = fc.record({
      minSources: fc.integer({ min: 1, max: 3 }),
      primarySource: fc.boolean(),
      claimantContacted: fc.boolean(),
      archived: fc.boolean(),
      quotesVerified: fc.boolean(),
      secondSignature: fc.boolean(),
      noBlockingThreads: fc.boolean(),
    });
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom("primarySource", "claimantContacted", "archived", "quotesVerified", "secondSignature", "noBlockingThreads"),
        (some, more) => {
          const input = { blockingThreads: 1 };
          expect(unmet(input, { ...some, [more]: true })).toEqual(expect.arrayContaining(unmet(input, { ...some, [more]: false })));
        },
      ),
    );
  });
});
