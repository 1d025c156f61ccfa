import { atLeast, type Actor } from "@/lib/domain/role";

/** A member's account, as far as it matters for resetting it. */
export interface AccountState {
  userId: string;
  demo: boolean;
  /** True when the person also belongs to a workspace that the actor does not run. */
  elsewhere: boolean;
}

export const workspacePolicy = {
  seePeople: (actor: Actor) => atLeast(actor, "editor"),
  invite: (actor: Actor) => atLeast(actor, "admin"),
  /** Says whose address alone lets them in. */
  admitDomains: (actor: Actor) => atLeast(actor, "admin"),
  settings: (actor: Actor) => atLeast(actor, "admin"),
  readAudit: (actor: Actor) => atLeast(actor, "admin"),
  removeMembers: (actor: Actor) => atLeast(actor, "admin"),
  changeRoles: (actor: Actor) => atLeast(actor, "admin"),
  resetAccounts: (actor: Actor) => atLeast(actor, "admin"),
  /** Whoever resets an account can enter in its name, everywhere it belongs to. One's own has its ways in the profile, which ask for the password. */
  resetAccount: (actor: Actor, { userId, demo, elsewhere }: AccountState) => atLeast(actor, "admin") && userId !== actor.userId && !demo && !elsewhere,
};
