import { db } from "@/lib/db/client";
import { pendingMigrations } from "@/lib/db/migrations";

/** Whether this process can serve, and if not, why. */
export type Readiness = { status: "ready" } | { status: "not ready"; reason: "draining" | "database" | "migrations" };

const PATIENCE = 2_000;

const shared = globalThis as typeof globalThis & { assayDraining?: boolean };

/** From now on this process says that it is not ready: it finishes what it has begun and ends. */
export function drain(): void {
  shared.assayDraining = true;
}

/** Ask the database, for at most two seconds, whether it answers and is migrated. Never throws. */
export async function readiness(): Promise<Readiness> {
  if (shared.assayDraining) return { status: "not ready", reason: "draining" };
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  try {
    const pending = await Promise.race([db().then(pendingMigrations), tooLate]);
    if (pending === null) return { status: "not ready", reason: "database" };
    return pending.length === 0 ? { status: "ready" } : { status: "not ready", reason: "migrations" };
  } catch {
    return { status: "not ready", reason: "database" };
  } finally {
    clearTimeout(timer);
  }
}
