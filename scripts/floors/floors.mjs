/**
 * The floors of the house, from the cellar up: what each may import of ours. Imports of types are free, and so are imports within a floor.
 * `packages` are families of libraries (see FAMILIES) that the floor may use; what is in no family may be used anywhere.
 * @type {Record<string, { path: string, may: string[], packages: string[] }>}
 */
export const FLOORS = {
  env: { path: "lib/env.ts", may: [], packages: ["zod", "node"] },
  domain: { path: "lib/domain/", may: [], packages: ["zod"] },
  anchoring: { path: "lib/anchoring/", may: [], packages: [] },
  policies: { path: "lib/policies/", may: ["domain"], packages: [] },
  db: { path: "lib/db/", may: ["domain", "env"], packages: ["prisma", "zod", "node"] },
  storage: { path: "lib/storage/", may: ["domain", "env"], packages: ["zod", "node"] },
  backup: { path: "lib/backup/", may: ["domain", "db", "storage", "env"], packages: ["zod", "node"] },
  mail: { path: "lib/mail/", may: ["domain", "env"], packages: ["zod", "node"] },
  events: { path: "lib/events/", may: ["domain", "db", "env"], packages: ["zod", "node"] },
  jobs: { path: "lib/jobs/", may: ["domain", "db", "events", "storage", "env"], packages: ["zod", "node"] },
  workers: { path: "lib/workers/", may: ["domain"], packages: ["node"] },
  importers: { path: "lib/importers/", may: ["domain", "anchoring", "workers"], packages: ["zod", "node"] },
  exporters: { path: "lib/exporters/", may: ["domain", "anchoring", "workers"], packages: ["zod", "node"] },
  queries: {
    path: "lib/queries/",
    may: ["domain", "anchoring", "policies", "db", "events", "importers", "exporters", "jobs", "storage", "backup", "commands", "env"],
    packages: ["zod", "node"],
  },
  commands: {
    path: "lib/commands/",
    may: ["domain", "anchoring", "policies", "db", "events", "importers", "exporters", "jobs", "storage", "mail", "queries", "env"],
    packages: ["zod", "node"],
  },
  // The door: sessions and idempotency keys are its own records, so it reaches the database.
  auth: { path: "lib/auth/", may: ["domain", "policies", "queries", "commands", "http", "db", "events", "env"], packages: ["react", "next", "zod", "node"] },
  http: {
    path: "lib/http/",
    may: ["domain", "policies", "queries", "commands", "exporters", "auth", "db", "events", "env"],
    packages: ["next", "zod", "node"],
  },
  "display helpers": { path: "lib/ui/", may: ["domain"], packages: ["react", "next", "zod"] },
  primitives: { path: "components/ui/", may: ["display helpers"], packages: ["react", "next"] },
  components: { path: "components/(?!ui/)", may: ["primitives", "display helpers", "domain", "anchoring"], packages: ["react", "next", "zod"] },
  app: {
    path: "app/",
    may: ["queries", "commands", "exporters", "auth", "http", "components", "primitives", "display helpers", "domain", "policies", "env"],
    packages: ["react", "next", "zod", "node"],
  },
};

/** Families of libraries that belong to some floors only. The generated Prisma client is reached through lib/db. */
export const FAMILIES = {
  react: "react|react-dom|@tanstack/react-query|radix-ui|lucide-react|sonner|cmdk",
  next: "next|next-auth",
  prisma: "prisma|@prisma/[^/]+|pg|@electric-sql/pglite|pglite-prisma-adapter",
  zod: "zod",
};

const TESTS = "\\.test\\.tsx?$";
/** What only tests load: folders called so, and the databases of tests. */
const FOR_TESTS = "^lib/[^/]+/test(/|ing)";

/** The rules of dependency-cruiser that say what the table says. */
export const floorRules = Object.entries(FLOORS).flatMap(([name, floor]) => {
  const forbidden = Object.entries(FLOORS)
    .filter(([other]) => other !== name && !floor.may.includes(other))
    .map(([, other]) => `^${other.path}`);
  const families = Object.entries(FAMILIES)
    .filter(([family]) => !floor.packages.includes(family))
    .map(([, packages]) => `(^|node_modules/)(${packages})(/|$)`);
  const from = { path: `^${floor.path}`, pathNot: [TESTS, FOR_TESTS] };
  return [
    { name: `${name}: floors`, severity: "error", from, to: { path: forbidden } },
    ...(families.length > 0 ? [{ name: `${name}: packages`, severity: "error", from, to: { path: families, pathNot: "^lib/" } }] : []),
    ...(floor.packages.includes("node") ? [] : [{ name: `${name}: no input or output`, severity: "error", from, to: { dependencyTypes: ["core"] } }]),
  ];
});

/** Rules that hold on every floor. */
export const generalRules = [
  { name: "no circles", severity: "error", from: { pathNot: "^lib/db/generated/" }, to: { circular: true } },
  {
    name: "tests only",
    severity: "error",
    from: { pathNot: [TESTS, FOR_TESTS, "^prisma/", "^e2e/", "^bench/", "^scripts/drills/"] },
    to: { path: FOR_TESTS },
  },
];
