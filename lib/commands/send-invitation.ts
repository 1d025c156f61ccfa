import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { invitationLetter } from "@/lib/mail/invitation-letter";
import { openMailbox } from "@/lib/mail/mailbox";

/** Sends the link of an invitation to its address. Answers what stood in the way; null once the mail server has taken it. */
export async function sendInvitation(actor: Actor, invitation: { id: string; path: string; email: string; days: number }): Promise<string | null> {
  const { id, path, email, days } = invitation;
  if (!env.SMTP_URL || !env.MAIL_FROM) return "This installation sends no e-mail.";
  try {
    const { name: workspace } = await (await db()).workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { name: true } });
    await openMailbox(env.SMTP_URL, env.MAIL_FROM).send({
      to: { name: email, address: email },
      ...invitationLetter({ by: actor.name, workspace, days, url: `${env.APP_URL}${path}` }),
      messageId: `<${id}@${new URL(env.APP_URL).hostname}>`,
      switchesUrl: null,
    });
    return null;
  } catch (error) {
    return `The mail server did not take it: ${error instanceof Error ? error.message : String(error)}`;
  }
}
