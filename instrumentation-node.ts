import { openHandle } from "@/lib/backup/handle";
import { newBackupFile } from "@/lib/backup/kept";
import { writeBackup } from "@/lib/backup/write-backup";
import { gatherMail } from "@/lib/commands/gather-mail";
import { makeNextExport } from "@/lib/commands/make-exports";
import { sendLinks } from "@/lib/commands/send-links";
import { sendMail } from "@/lib/commands/send-mail";
import { database, db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { closeHub } from "@/lib/events/hub";
import { noteAddresses } from "@/lib/http/client-ip";
import { keepDoor } from "@/lib/http/door";
import { log } from "@/lib/http/log";
import { cutStreams, endConnections, watchConnections } from "@/lib/http/connections";
import { watchRequests } from "@/lib/http/watch-requests";
import { keepToHttps } from "@/lib/http/secure-transport";
import { startExporting } from "@/lib/jobs/exporting";
import { startHousekeeping } from "@/lib/jobs/housekeeping";
import { startMailing } from "@/lib/jobs/mailing";
import { startSealing } from "@/lib/jobs/sealing";
import { openMailbox } from "@/lib/mail/mailbox";
import { drain } from "@/lib/queries/readiness";

/** How long streams that were ended may take to say their last, in milliseconds. */
const LAST_WORDS_MS = 1_000;

/** Open the database, so that a server which can never serve does not come up, and say "not ready" once asked to stop. Next itself closes the server. */
export async function startServer(): Promise<void> {
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  noteAddresses();
  watchRequests();
  keepToHttps();
  watchConnections();
  keepDoor();
  try {
    await db();
  } catch (error) {
    // The last words of the process, read by the person who started it.
    process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
    process.exit(1);
  }
  if (!env.DATABASE_URL) {
    const backUp = async () => writeBackup(await database(), env.DATA_DIR, newBackupFile(env.DATA_DIR, "assay", new Date()), new Date());
    await openHandle(env.DATA_DIR, backUp).catch((error: unknown) => log.error({ err: error }, "backups cannot be made while the server runs"));
  }
  startHousekeeping((error) => {
    log.error({ err: error }, "tidying failed");
  });
  startSealing((error) => {
    log.error({ err: error }, "the log was not sealed");
  });
  startExporting(makeNextExport, (error) => {
    log.error({ err: error }, "a file was not made");
  });
  if (env.SMTP_URL && env.MAIL_FROM) {
    const mailbox = openMailbox(env.SMTP_URL, env.MAIL_FROM);
    startMailing(
      async () => {
        await gatherMail(new Date());
        await sendMail(new Date(), mailbox);
      },
      () => sendLinks(new Date(), mailbox),
      (error) => log.error({ err: error }, "e-mail was not sent"),
    );
  }
}

/** Next waits for every connection to end, which those of streams, and of whoever goes on asking, do not do by themselves. */
function stop(): void {
  drain();
  endConnections();
  void closeHub().catch((error: unknown) => log.error({ err: error }, "streams did not end"));
  setTimeout(cutStreams, LAST_WORDS_MS).unref();
}
