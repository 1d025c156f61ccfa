import { randomUUID } from "node:crypto";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { openMailbox } from "@/lib/mail/mailbox";
import { expectSystem } from "@/lib/queries/instance";
import { preparedCommand } from "./command";

const WORDS = "This is a test. The server that runs Assay can send e-mail.";

/** Sends the actor a letter, to see whether it arrives. Writes nothing down. Throws `unavailable` with what the server said. */
export const sendTestMail = preparedCommand(
  z.object({}),
  { summary: "Send oneself a test e-mail." },
  async (actor) => {
    await expectSystem(await db(), actor);
    if (!env.SMTP_URL || !env.MAIL_FROM) throw new AppError("conflict", "No e-mail can be sent: set SMTP_URL and MAIL_FROM where the server is started.");
    try {
      await openMailbox(env.SMTP_URL, env.MAIL_FROM).send({
        to: { name: actor.name, address: actor.email },
        subject: "A test of Assay",
        text: `${WORDS}\n`,
        html: `<p>${WORDS}</p>`,
        messageId: `<${randomUUID()}@${new URL(env.APP_URL).hostname}>`,
        switchesUrl: `${env.APP_URL}/profile#notifications`,
      });
    } catch (error) {
      throw new AppError("unavailable", `The mail server did not take it: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
  ({ actor }) => Promise.resolve({ to: actor.email }),
);
