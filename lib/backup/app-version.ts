import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const Package = z.object({ version: z.string() });

/** The version of this Assay, as in package.json; programs run in the project's root. */
export function appVersion(): string {
  return Package.parse(JSON.parse(readFileSync(path.join(/*turbopackIgnore: true*/ process.cwd(), "package.json"), "utf8"))).version;
}
