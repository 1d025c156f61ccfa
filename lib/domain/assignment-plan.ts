/** A person of a plan: how many claims wait for them already. */
export interface PlannedPerson {
  id: string;
  load: number;
}

/** A claim of a plan. */
export interface PlannedClaim {
  id: string;
  /** Who is asked to work on it. */
  assigned: readonly string[];
  /** Who has assessed it, asked or not. */
  assessed: readonly string[];
}

export interface PlannedPair {
  claimId: string;
  personId: string;
}

/** A claim that does not get all its people: so many are missing, because nobody of those chosen is free of it, or because they are too few. */
export interface UnderstaffedClaim {
  claimId: string;
  missing: number;
  because: "nobody" | "too_few";
}

export interface AssignmentPlan {
  /** What is new, by claim and person. */
  pairs: PlannedPair[];
  /** The load of each person before, and what is added to it; in the order given. */
  people: (PlannedPerson & { added: number })[];
  understaffed: UnderstaffedClaim[];
}

/**
 * Gives every claim its number of people out of those chosen, so that their loads differ as little as they can: nobody whom the plan gives something could hand
 * it on, directly or through others, to somebody with two less. Nobody is on a claim twice, and nobody is taken off. The same input, in whatever order, gives the
 * same plan, and once it is done the next plan is empty.
 */
export function planAssignments(people: readonly PlannedPerson[], claims: readonly PlannedClaim[], perClaim: number): AssignmentPlan {
  const chosen = [...people].sort(byId);
  const open = [...claims].sort(byId).map((claim) => neededOn(claim, chosen, perClaim));
  const loads = new Map(chosen.map(({ id, load }) => [id, load]));
  // Those with the fewest to choose from first, so that the others can make up for them.
  const staffed = [...open].sort((one, other) => one.free.length - other.free.length).map((claim) => staff(claim, loads));
  balance(staffed, loads);

  const pairs = staffed.flatMap(({ id, taken }) => [...taken].map((personId) => ({ claimId: id, personId })));
  return {
    pairs: pairs.sort((one, other) => compare(one.claimId, other.claimId) || compare(one.personId, other.personId)),
    people: people.map(({ id, load }) => ({ id, load, added: (loads.get(id) ?? load) - load })),
    understaffed: open
      .filter(({ needed, free }) => needed > free.length)
      .map(({ id, needed, free }) => ({ claimId: id, missing: needed - free.length, because: free.length === 0 ? "nobody" : "too_few" })),
  };
}

interface OpenClaim {
  id: string;
  needed: number;
  /** Those who could be put on it. */
  free: readonly string[];
}

interface StaffedClaim extends OpenClaim {
  taken: Set<string>;
}

function neededOn({ id, assigned, assessed }: PlannedClaim, people: readonly PlannedPerson[], perClaim: number): OpenClaim {
  const on = new Set([...assigned, ...assessed]);
  const needed = Math.max(0, perClaim - on.size);
  return { id, needed, free: needed === 0 ? [] : people.map((person) => person.id).filter((personId) => !on.has(personId)) };
}

/** Puts those with the least to do on the claim. */
function staff(claim: OpenClaim, loads: Map<string, number>): StaffedClaim {
  const taken = new Set([...claim.free].sort((one, other) => loadOf(loads, one) - loadOf(loads, other) || compare(one, other)).slice(0, claim.needed));
  for (const personId of taken) add(loads, personId, 1);
  return { ...claim, taken };
}

/** Hands claims on, from person to person, as long as that brings somebody's load closer to another's. */
function balance(claims: readonly StaffedClaim[], loads: Map<string, number>): void {
  for (let moved = true; moved;) {
    const fullestFirst = [...loads.keys()].sort((one, other) => loadOf(loads, other) - loadOf(loads, one) || compare(one, other));
    moved = fullestFirst.some((personId) => relieve(personId, claims, loads));
  }
}

interface Step {
  claim: StaffedClaim;
  from: string;
}

/** Finds the shortest way from this person to one with two less, and hands one claim on along it. Tells whether there was one. */
function relieve(start: string, claims: readonly StaffedClaim[], loads: Map<string, number>): boolean {
  const cameBy = new Map<string, Step | null>([[start, null]]);
  const most = loadOf(loads, start) - 2;
  // A map is read on while it grows: this is the queue of the search.
  for (const from of cameBy.keys()) {
    for (const claim of claims) {
      if (!claim.taken.has(from)) continue;
      for (const to of claim.free) {
        if (claim.taken.has(to) || cameBy.has(to)) continue;
        cameBy.set(to, { claim, from });
        if (loadOf(loads, to) <= most) {
          handOn(to, cameBy);
          add(loads, start, -1);
          add(loads, to, 1);
          return true;
        }
      }
    }
  }
  return false;
}

function handOn(end: string, cameBy: ReadonlyMap<string, Step | null>): void {
  let to = end;
  for (let step = cameBy.get(to); step; step = cameBy.get(to)) {
    step.claim.taken.delete(step.from);
    step.claim.taken.add(to);
    to = step.from;
  }
}

const byId = (one: { id: string }, other: { id: string }) => compare(one.id, other.id);
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const loadOf = (loads: ReadonlyMap<string, number>, id: string) => loads.get(id) ?? 0;
const add = (loads: Map<string, number>, id: string, change: number) => loads.set(id, loadOf(loads, id) + change);
