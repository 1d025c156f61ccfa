import { atLeast, type Actor } from "@/lib/domain/role";

export const sourcePolicy = {
  create: (actor: Actor) => atLeast(actor, "reviewer"),
  edit: (actor: Actor) => atLeast(actor, "reviewer"),
};

/** Confidential sources and evidence are for those who work on claims. */
export function seesConfidential(actor: Actor): boolean {
  return atLeast(actor, "reviewer");
}
