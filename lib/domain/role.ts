export const ROLES = ["reader", "reviewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whom those are called who deleted their account. */
export const DELETED_NAME = "Former member";

/** Who acts: a signed-in person in one workspace. Never null; whoever is not signed in never reaches a command. */
export interface Actor {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  workspaceId: string;
  role: Role;
  /** Present when they run the whole instance. */
  owner?: true;
  /** What keeps them from writing; whoever may not come in acts only where they answer to that. */
  sanction?: ActorSanction;
  /** True where the workspace asks for a second factor, and they have none yet. */
  lacksSecondFactor?: boolean;
  /** True until they have read what was cut off when they showed that the address is theirs. */
  unreadCutOff?: true;
}

/** With this header a page says in which workspace it stands. */
export const WORKSPACE_HEADER = "Workspace-Id";

/** What keeps somebody from working here, until then or until it is lifted. */
export interface ActorSanction {
  kind: "approve_first" | "restrict" | "suspend" | "ban";
  until: Date | null;
}

/** True when the actor's role is `role` or a higher one. */
export function atLeast(actor: Pick<Actor, "role">, role: Role): boolean {
  return ROLES.indexOf(actor.role) >= ROLES.indexOf(role);
}
