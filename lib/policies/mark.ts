import { atLeast, type Actor } from "@/lib/domain/role";

/**
 * Whose marks the actor may know of: one's own always; those of another once they are submitted, and only by who has submitted too, or unites them. `submitted`
 * are those who have.
 */
export function seesMarks(actor: Pick<Actor, "userId" | "role">, reviewerId: string, submitted: readonly string[]): boolean {
  if (reviewerId === actor.userId) return true;
  return submitted.includes(reviewerId) && (submitted.includes(actor.userId) || atLeast(actor, "editor"));
}
