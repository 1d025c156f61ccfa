import { ROLES, type Role } from "./role";

/** How much somebody may contribute: claims, evidence, sources, questions, comments and reports. */
export interface ContributionLimit {
  minute: number;
  hour: number;
}

export type ContributionLimits = Readonly<Record<Role, ContributionLimit>>;

/** Nobody needs more, and the door of the API admits no more. */
export const CONTRIBUTIONS_MAX = 10_000;

/** Where the workspace says nothing: what no person reaches by hand. */
export const USUAL_LIMITS: ContributionLimits = {
  reader: { minute: 10, hour: 100 },
  reviewer: { minute: 60, hour: 1000 },
  editor: { minute: 120, hour: 3000 },
  admin: { minute: 300, hour: 10_000 },
};

/** The limits as they are stored: those that differ from the usual ones. */
export function limitsOf(stored: unknown): ContributionLimits {
  const by = typeof stored === "object" && stored !== null ? (stored as Partial<Record<Role, Partial<ContributionLimit>>>) : {}; // the only writer is a command with a schema
  return Object.fromEntries(ROLES.map((role) => [role, { ...USUAL_LIMITS[role], ...by[role] }])) as Record<Role, ContributionLimit>; // every role is in ROLES
}
