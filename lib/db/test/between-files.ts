// Before anything of Next, which looks for it once: the files share packages that are loaded.
import "next/dist/server/node-environment-baseline";
import { afterAll, vi } from "vitest";
import { endLent } from "./lent";

/* The files of one worker share its process. Each finds it as if it were the first: modules not yet loaded, and nothing noted on globalThis. */

const shared = globalThis as typeof globalThis & Record<string, unknown>;
const environment = { ...process.env };

// The module of the schema engine is loaded once and holds one instance: a second one would be freed what the first one gave.
const KEPT = ["assaySchemaEngine"];

vi.resetModules();
for (const name of Object.keys(globalThis)) if (name.startsWith("assay") && !KEPT.includes(name)) Reflect.deleteProperty(globalThis, name);

afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!(name in environment)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, environment);
  await (shared["assayHub"] as { close: () => Promise<void> } | undefined)?.close();
  await endLent();
});
