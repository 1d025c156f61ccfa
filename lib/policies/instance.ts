import type { WorkspaceMakers } from "@/lib/domain/instance";
import { atLeast, type Actor } from "@/lib/domain/role";

export const instancePolicy = {
  run: (actor: Actor) => actor.owner === true,
  /** The server and its figures are everybody's on it: where there are several workspaces, an admin of one does not see them. */
  seeSystem: (actor: Actor, { workspaces }: { workspaces: number }) => actor.owner === true || (workspaces === 1 && atLeast(actor, "admin")),
  makeWorkspaces: (actor: Actor, makers: WorkspaceMakers) => actor.owner === true || makers === "everyone" || (makers === "admins" && atLeast(actor, "admin")),
};
