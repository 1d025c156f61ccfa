import { JOIN_ROLES } from "@/lib/domain/join-domain";
import { ROLES, type Role } from "@/lib/domain/role";

/** What each role is called, and what its holder can do (after "can"). */
export const ROLE_WORDS: Record<Role, { label: string; can: string }> = {
  reader: { label: "Reader", can: "read documents and their claims" },
  reviewer: { label: "Reviewer", can: "bring in texts, mark claims, gather evidence and assess" },
  editor: { label: "Editor", can: "also rule, approve, and see who is here" },
  admin: { label: "Admin", can: "also invite people and change their roles" },
};

/** The roles, lowest first, as options of a select. */
export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].label }));

/** Those of them that one can have who joins by their address. */
export const JOIN_ROLE_OPTIONS = JOIN_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].label }));
