import type { UnderstaffedClaim } from "./assignment-plan";
import type { ClaimState } from "./claim";
import type { ReviewMode } from "./review";
import type { AssignedView, PersonView } from "./views";

/** A claim with those who work on it. */
export interface AssignableClaim {
  id: string;
  number: number;
  statement: string;
  state: ClaimState;
  /** True while somebody may be asked to work on it. */
  open: boolean;
  /** True while it takes people and has too few. */
  lacks: boolean;
  assignments: AssignedView[];
}

/** Who works on what in a document. */
export interface AssignmentsView {
  document: { id: string; title: string; language: string; reviewMode: ReviewMode; returnDays: number | null };
  /** How many people a claim needs. */
  places: number;
  /** Those who may be asked, with how many claims of the workspace wait for them. */
  people: (PersonView & { load: number })[];
  claims: AssignableClaim[];
}

/** What a plan would do. */
export interface PlanView {
  people: (PersonView & { load: number; added: number })[];
  understaffed: (UnderstaffedClaim & { number: number; statement: string })[];
  /** Claims that get somebody. */
  claims: number;
  /** How many are asked, over all claims. */
  pairs: number;
  /** Stands for exactly this plan. */
  seal: string;
}
