// Compares every file of a bundle with its manifest: npm run verify-bundle -- file.zip
import { readFileSync } from "node:fs";
import { readArchive } from "@/lib/importers/bundle-archive";
import { checkBundle } from "@/lib/importers/bundle-check";

async function main(path: string | undefined): Promise<string[]> {
  if (path === undefined) return ["Usage: npm run verify-bundle -- file.zip"];
  const { manifest, faults } = checkBundle(await readArchive(readFileSync(path)));
  if (faults.length === 0 && manifest)
    console.log(`${path}: whole. “${manifest.document.title}”, made ${manifest.made}, ${String(Object.keys(manifest.files).length)} files.`);
  return faults;
}

const faults = await main(process.argv[2]).catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
