import type { ClaimState } from "@/lib/domain/claim";
import { isPublished } from "@/lib/domain/publication";
import { atLeast, type Actor } from "@/lib/domain/role";

export const publicationPolicy = {
  /** Whoever works on claims may see what a publication would be. */
  preview: (actor: Actor) => atLeast(actor, "reviewer"),
  publish: (actor: Actor) => atLeast(actor, "editor"),
  /** Who finds the page, how much of the text it shows, and taking it back. */
  setPage: (actor: Actor) => atLeast(actor, "editor"),
  /** What was voided is over. */
  correct: (actor: Actor, claim: { state: ClaimState }) => atLeast(actor, "editor") && isPublished(claim.state) && claim.state !== "voided",
  /** Reports of readers may carry their addresses. */
  seeFlags: (actor: Actor) => atLeast(actor, "editor"),
};
