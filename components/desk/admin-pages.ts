import { atLeast, type Role } from "@/lib/domain/role";

/** Pages for those who run the workspace: in the menu of one's account and in the palette, since they are not opened every day. */
const PAGES: readonly { label: string; href: string; from: Role; keywords: string[] }[] = [
  { label: "Audit log", href: "/audit", from: "admin", keywords: ["history", "who did what", "security"] },
  { label: "System", href: "/system", from: "admin", keywords: ["server", "database", "jobs", "backup", "e-mail"] },
];

/** Those that somebody with this role can open. */
export const adminPagesFor = (role: Role) => PAGES.filter((page) => atLeast({ role }, page.from));
