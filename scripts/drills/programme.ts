import { spawn } from "node:child_process";

/** Runs one of the programmes to its end; what it said, and its exit code. */
export function programme(given: readonly string[], env: Record<string, string>, cwd = process.cwd()): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...given], { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
}
