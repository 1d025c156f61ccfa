import { atLeast, type Role } from "@/lib/domain/role";

/** Pages for those who run the workspace: in the menu of one's account and in the palette, since they are not opened every day. */
const PAGES: readonly { label: string; href: string; from: Role | "owner"; keywords: string[] }[] = [
  { label: "Audit log", href: "/audit", from: "admin", keywords: ["history", "who did what", "security"] },
  { label: "System", href: "/system", from: "admin", keywords: ["server", "database", "jobs", "backup", "e-mail"] },
  { label: "Instance", href: "/instance", from: "owner", keywords: ["workspaces", "accounts", "suspend", "owner"] },
];

/** Those that this person can open. */
export const adminPagesFor = ({ role, owner }: { role: Role; owner: boolean }) =>
  PAGES.filter(({ from }) => (from === "owner" ? owner : atLeast({ role }, from)));
