import type { Role } from "./role";

/** Who may make workspaces; the owner of the instance always may. */
export const WORKSPACE_MAKERS = ["owner", "admins", "everyone"] as const;
export type WorkspaceMakers = (typeof WORKSPACE_MAKERS)[number];

/** A workspace, as whoever runs the instance sees it: what it is about is not theirs to read. */
export interface InstanceWorkspace {
  id: string;
  name: string;
  version: number;
  createdAt: string;
  /** Since when nobody gets in; null while it is open. */
  closedAt: string | null;
  members: number;
  documents: number;
  /** Those who run it and may come in. */
  admins: { id: string; name: string }[];
}

/** Somebody with an account on the instance. */
export interface InstancePerson {
  id: string;
  name: string;
  email: string;
  owner: boolean;
  /** Since when they cannot sign in. */
  suspendedAt: string | null;
  /** The last use of a session that is still known, to five minutes. */
  lastSeenAt: string | null;
  workspaces: { id: string; name: string; role: Role; closed: boolean }[];
}
