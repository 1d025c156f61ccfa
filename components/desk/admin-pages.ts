import { atLeast } from "@/lib/domain/role";
import type { DeskPerson } from "./desk-context";

type Visitor = Pick<DeskPerson, "role" | "owner" | "seesSystem">;

/** Pages for those who run the workspace: in the menu of one's account and in the palette, since they are not opened every day. */
const PAGES: readonly { label: string; href: string; opens: (person: Visitor) => boolean; keywords: string[] }[] = [
  { label: "Audit log", href: "/audit", opens: (person) => atLeast(person, "admin"), keywords: ["history", "who did what", "security"] },
  { label: "System", href: "/system", opens: ({ seesSystem }) => seesSystem, keywords: ["server", "database", "jobs", "backup", "e-mail"] },
  { label: "Instance", href: "/instance", opens: ({ owner }) => owner, keywords: ["workspaces", "accounts", "suspend", "owner"] },
];

/** Those that this person can open. */
export const adminPagesFor = (person: Visitor) => PAGES.filter(({ opens }) => opens(person));
