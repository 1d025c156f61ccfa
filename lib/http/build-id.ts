import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

let known: string | undefined;

/**
 * Names the build that answers, the same in each of its processes: what it makes may look otherwise than what another one made. Next writes the id; where
 * nothing was built, each process has its own.
 */
export function buildId(): string {
  const file = path.join(/*turbopackIgnore: true*/ process.cwd(), ".next", "BUILD_ID");
  return (known ??= existsSync(file) ? readFileSync(file, "utf8").trim() : randomUUID());
}
