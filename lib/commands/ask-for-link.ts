import { z } from "zod";
import type { AccountTokenKind } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/domain/errors";
import { Email } from "@/lib/domain/fields";
import { env } from "@/lib/env";
import { publicCommand } from "./command";

export const AskForLink = z.object({ email: Email });

/**
 * Asks for a letter with a link. What is done and answered is the same whether or not the address has an account: who is behind it is looked up later, when the
 * letter is sent (see send-links.ts).
 */
const askFor = (kind: AccountTokenKind, summary: string) =>
  publicCommand(
    AskForLink,
    { summary, status: 201, mailsTo: ({ email }) => email },
    () => {
      if (!env.SMTP_URL) throw new AppError("conflict", "This installation sends no e-mail. Ask an admin of your workspace for help.");
      return Promise.resolve();
    },
    async ({ tx, now }, { email }) => {
      await tx.linkRequest.create({ data: { kind, email, dueAt: now }, select: { id: true } });
      return { asked: true };
    },
  );

/** Asks for a link by which one's password can be set anew. */
export const askForReset = askFor("set_password", "Ask for a letter with a link by which one's password can be set anew.");

/** Asks for a link by which one signs in. */
export const askForSignIn = askFor("sign_in", "Ask for a letter with a link by which one signs in.");

/** Asks for a link by which one joins a workspace that admits the domain of one's address. */
export const askToJoin = askFor("join", "Ask for a letter with a link by which one joins a workspace that admits the domain of one’s address.");
