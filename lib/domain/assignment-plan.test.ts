import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planAssignments, type AssignmentPlan, type PlannedClaim, type PlannedPerson } from "./assignment-plan";

const free = (count: number): PlannedClaim[] => Array.from({ length: count }, (_, index) => ({ id: `c${String(index)}`, assigned: [], assessed: [] }));
const loadsOf = ({ people }: AssignmentPlan) => people.map(({ load, added }) => load + added);
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

const PEOPLE = ["a", "b", "c", "d", "e"];
const subset = fc.subarray(PEOPLE);
const people = fc.subarray(PEOPLE, { minLength: 1 }).chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), load: fc.nat(6) }))));
const claims = fc
  .array(fc.record({ assigned: subset, assessed: subset }), { maxLength: 12 })
  .map((all) => all.map((claim, index) => ({ id: `c${String(index)}`, ...claim })));
const problem = fc.record({ people, claims, perClaim: fc.integer({ min: 1, max: 4 }) });

/** What the plan leaves when it is done. */
function done(before: readonly PlannedClaim[], plan: AssignmentPlan): PlannedClaim[] {
  return before.map((claim) => ({
    ...claim,
    assigned: [...claim.assigned, ...plan.pairs.flatMap((pair) => (pair.claimId === claim.id ? pair.personId : []))],
  }));
}

/** The least possible sum of squared loads, by trying every choice: small problems only. */
function leastSquares(given: readonly PlannedPerson[], all: readonly PlannedClaim[], perClaim: number): number {
  const [claim, ...rest] = all;
  if (!claim) return given.reduce((sum, { load }) => sum + load * load, 0);
  const on = new Set([...claim.assigned, ...claim.assessed]);
  const free = given.filter(({ id }) => !on.has(id));
  const count = Math.min(Math.max(0, perClaim - on.size), free.length);
  const choices = combinations(
    free.map(({ id }) => id),
    count,
  );
  return Math.min(
    ...choices.map((taken) =>
      leastSquares(
        given.map((person) => ({ ...person, load: person.load + Number(taken.includes(person.id)) })),
        rest,
        perClaim,
      ),
    ),
  );
}

function combinations(ids: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return ids.flatMap((id, index) => combinations(ids.slice(index + 1), count - 1).map((rest) => [id, ...rest]));
}

describe("a plan of assignments", () => {
  it("shares claims out evenly", () => {
    const plan = planAssignments(
      [
        { id: "a", load: 0 },
        { id: "b", load: 0 },
        { id: "c", load: 0 },
      ],
      free(10),
      2,
    );
    expect(plan.pairs).toHaveLength(20);
    expect(loadsOf(plan).sort()).toEqual([6, 7, 7]);
    expect(plan.understaffed).toEqual([]);
  });

  it("gives less to whoever has much already", () => {
    const plan = planAssignments(
      [
        { id: "a", load: 5 },
        { id: "b", load: 0 },
      ],
      free(5),
      1,
    );
    expect(plan.people).toEqual([
      { id: "a", load: 5, added: 0 },
      { id: "b", load: 0, added: 5 },
    ]);
  });

  it("hands claims on through others where one cannot take them directly", () => {
    // b is free of the first two only, c of the last two.
    const plan = planAssignments(
      [
        { id: "a", load: 0 },
        { id: "b", load: 0 },
        { id: "c", load: 0 },
      ],
      [
        { id: "1", assigned: [], assessed: ["c"] },
        { id: "2", assigned: [], assessed: ["b"] },
        { id: "3", assigned: ["x"], assessed: ["b"] },
      ],
      2,
    );
    expect(plan.pairs.map(({ claimId }) => claimId)).toEqual(["1", "2"]);
    expect(spread(loadsOf(plan))).toBeLessThanOrEqual(1);
  });

  it("says which claims cannot have all their people, and why", () => {
    const all = [
      { id: "1", assigned: ["a"], assessed: [] },
      { id: "2", assigned: [], assessed: [] },
    ];
    expect(planAssignments([{ id: "a", load: 0 }], all, 2).understaffed).toEqual([
      { claimId: "1", missing: 1, because: "nobody" },
      { claimId: "2", missing: 1, because: "too_few" },
    ]);
    expect(planAssignments([], all, 1)).toEqual({ pairs: [], people: [], understaffed: [{ claimId: "2", missing: 1, because: "nobody" }] });
  });

  it("puts nobody on a claim twice, nor more people than it needs, and takes everyone it can", () => {
    fc.assert(
      fc.property(problem, ({ people: given, claims: all, perClaim }) => {
        const plan = planAssignments(given, all, perClaim);
        for (const claim of all) {
          const added = plan.pairs.filter(({ claimId }) => claimId === claim.id).map(({ personId }) => personId);
          const on = new Set([...claim.assigned, ...claim.assessed]);
          expect(new Set(added).size).toBe(added.length);
          expect(added.some((id) => on.has(id) || !given.some((person) => person.id === id))).toBe(false);
          const needed = Math.max(0, perClaim - on.size);
          const missing = plan.understaffed.find(({ claimId }) => claimId === claim.id)?.missing ?? 0;
          expect(added.length + missing).toBe(needed);
          if (missing > 0) expect(added).toHaveLength(given.filter(({ id }) => !on.has(id)).length);
        }
        expect(plan.people.reduce((sum, { added }) => sum + added, 0)).toBe(plan.pairs.length);
      }),
    );
  });

  it("differs by one at most where all start alike and may take everything", () => {
    const ids = fc.subarray(PEOPLE, { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.nat(40), fc.integer({ min: 1, max: 4 }), fc.nat(3), (chosen, count, perClaim, load) => {
        const plan = planAssignments(
          chosen.map((id) => ({ id, load })),
          free(count),
          perClaim,
        );
        expect(spread(loadsOf(plan))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is as even as it can be", () => {
    const small = fc.record({ people, claims: claims.map((all) => all.slice(0, 5)), perClaim: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(small, ({ people: given, claims: all, perClaim }) => {
        const squares = loadsOf(planAssignments(given, all, perClaim)).reduce((sum, load) => sum + load * load, 0);
        expect(squares).toBe(leastSquares(given, all, perClaim));
      }),
    );
  });

  it("is empty once it is done, and the same in whatever order it is asked", () => {
    fc.assert(
      fc.property(problem, ({ people: given, claims: all, perClaim }) => {
        const plan = planAssignments(given, all, perClaim);
        expect(planAssignments([...given].reverse(), [...all].reverse(), perClaim).pairs).toEqual(plan.pairs);
        const again = planAssignments(
          plan.people.map(({ id, load, added }) => ({ id, load: load + added })),
          done(all, plan),
          perClaim,
        );
        expect(again.pairs).toEqual([]);
        expect(again.understaffed.map(({ claimId }) => claimId)).toEqual(plan.understaffed.map(({ claimId }) => claimId));
      }),
    );
  });

  it("stays even with five thousand claims and fifty people", () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ id: `p${String(index)}`, load: index % 7 }));
    const plan = planAssignments(many, free(5000), 2);
    expect(spread(loadsOf(plan))).toBeLessThanOrEqual(1);
  });
});
