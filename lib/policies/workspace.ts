import { atLeast, type Actor } from "@/lib/domain/role";

export const workspacePolicy = {
  seePeople: (actor: Actor) => atLeast(actor, "editor"),
  invite: (actor: Actor) => atLeast(actor, "admin"),
  settings: (actor: Actor) => atLeast(actor, "admin"),
  readAudit: (actor: Actor) => atLeast(actor, "admin"),
  removeMembers: (actor: Actor) => atLeast(actor, "admin"),
  seeSystem: (actor: Actor) => atLeast(actor, "admin"),
  changeRoles: (actor: Actor) => atLeast(actor, "admin"),
};
