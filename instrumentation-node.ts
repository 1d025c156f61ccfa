import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { log } from "@/lib/http/log";
import { startHousekeeping } from "@/lib/jobs/housekeeping";
import { drain } from "@/lib/queries/readiness";

/** Open the database, so that a server which can never serve does not come up, and say "not ready" once asked to stop. Next itself closes the server. */
export async function startServer(): Promise<void> {
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
  try {
    await db();
  } catch (error) {
    // The last words of the process, read by the person who started it.
    process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
    process.exit(1);
  }
  startHousekeeping((error) => {
    log.error({ err: error }, "tidying failed");
  });
}
