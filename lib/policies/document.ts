import { atLeast, type Actor } from "@/lib/domain/role";

interface DocumentSubject {
  createdById: string;
}

export const documentPolicy = {
  create: (actor: Actor) => atLeast(actor, "reviewer"),
  /** Whole records, with the names and the verdicts of others. */
  importRecords: (actor: Actor) => atLeast(actor, "editor"),
  edit: (actor: Actor, document: DocumentSubject) => atLeast(actor, "editor") || (atLeast(actor, "reviewer") && document.createdById === actor.userId),
  /** Whoever rules makes claims of what the reviewers marked for themselves. */
  unite: (actor: Actor) => atLeast(actor, "editor"),
  /** How claims come to their verdict is the desk's matter, not the author's. */
  setReview: (actor: Actor) => atLeast(actor, "editor"),
  /** So that verdicts are called by the labels of another version. */
  moveScale: (actor: Actor) => atLeast(actor, "editor"),
  mark: (actor: Actor) => atLeast(actor, "reviewer"),
  delete: (actor: Actor, document: DocumentSubject) => atLeast(actor, "editor") || (atLeast(actor, "reviewer") && document.createdById === actor.userId),
  /** The reader's version: what was decided, nothing confidential. */
  export: () => true,
  /** How far reviewers agree is for those who work on claims. */
  seeAgreement: (actor: Actor) => atLeast(actor, "reviewer"),
  /** Working states and assessments. */
  exportDesk: (actor: Actor) => atLeast(actor, "reviewer"),
  exportConfidential: (actor: Actor) => atLeast(actor, "editor"),
};
