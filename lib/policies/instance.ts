import type { WorkspaceMakers } from "@/lib/domain/instance";
import { atLeast, type Actor } from "@/lib/domain/role";

export const instancePolicy = {
  run: (actor: Actor) => actor.owner === true,
  makeWorkspaces: (actor: Actor, makers: WorkspaceMakers) => actor.owner === true || makers === "everyone" || (makers === "admins" && atLeast(actor, "admin")),
};
