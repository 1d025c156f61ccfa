// What every worker thread does first.
import { setPriority } from "node:os";
import { register } from "tsx/esm/api";

// A thread does not inherit the TypeScript loader of the main one (and the built server has none), so it brings its own.
register();

// Whoever waits for a page or a key goes before whoever waits for a file. On Linux each thread has a priority of its own; elsewhere this would be that of the whole process.
try {
  if (process.platform === "linux") setPriority(10);
} catch {
  // Where the account may not, the work is done all the same.
}
