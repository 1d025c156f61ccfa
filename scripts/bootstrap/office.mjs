import { existsSync } from "node:fs";
import path from "node:path";
import { installPackage } from "./package.mjs";

/** LibreOffice Writer on the PATH, or null. */
export function findOffice() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.flatMap((folder) => ["soffice", "libreoffice"].map((name) => path.join(folder, name))).find((file) => existsSync(file)) ?? null;
}

/** Find LibreOffice Writer, or install it where this account may. Without it a test is skipped, and says so. */
export async function provideOffice() {
  if (findOffice()) return false;
  const failure = await installPackage("libreoffice-writer-nogui").then(
    () => null,
    (error) => error.message.trim().split("\n").at(-1),
  );
  return findOffice() ?? `not found${failure ? ` (${failure})` : ""}; the test that opens Word files in it is skipped`;
}
