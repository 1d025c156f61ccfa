import type { DemoAccount } from "./types";

export type AccountKey = "reader" | "reviewer" | "second" | "editor" | "admin";

/** The people of the demo; `second` is a reviewer too, for the second opinion. */
export const DEMO_ACCOUNTS: Record<AccountKey, DemoAccount> = {
  reader: { email: "reader@example.org", name: "Tomás Echeverri", role: "reader" },
  reviewer: { email: "reviewer@example.org", name: "Sara Rahimi", role: "reviewer" },
  second: { email: "second@example.org", name: "Lukas Brandt", role: "reviewer" },
  editor: { email: "editor@example.org", name: "Efua Darko", role: "editor" },
  admin: { email: "admin@example.org", name: "Noor Haddad", role: "admin" },
};
