/** How a process of this installation is, and its database. Sizes in bytes, moments as ISO 8601. */
export interface SystemView {
  version: string;
  node: string;
  startedAt: string;
  memory: number;
  /** How late the process came to its work, of 100 times the second worst, in milliseconds. */
  loopDelayMs: number;
  /** Of live updates, in this process. */
  streams: number;
  database: { engine: "pglite" | "postgresql"; version: string; size: number; migrations: number; pending: string[] };
  storage: { files: number; bytes: number; free: number };
  /** The latest in the data directory. */
  backup: { name: string; size: number; at: string } | null;
  jobs: { name: string; runs: number; failures: number; lastRunAt: string; lastFailureAt: string | null }[];
  exportsFailed: number;
  mail: { configured: boolean; waiting: number };
  slow: { method: string; path: string; status: number; ms: number; at: string }[];
}
