import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { invitationLetter } from "@/lib/mail/invitation-letter";
import { openMailbox } from "@/lib/mail/mailbox";
import { newToken } from "./token";

/**
 * Sends an invitation to its address, with a link of its own that nobody else sees, not even whoever invites: it shows that the address is theirs. Answers what
 * stood in the way; null once the mail server has taken it.
 */
export async function sendInvitation(actor: Actor, invitation: { id: string; email: string; days: number }): Promise<string | null> {
  const { id, email, days } = invitation;
  if (!env.SMTP_URL || !env.MAIL_FROM) return "This installation sends no e-mail.";
  try {
    const { token, tokenHash } = newToken();
    const { workspace } = await (
      await db()
    ).invitation.update({ where: { id, workspaceId: actor.workspaceId }, data: { letterHash: tokenHash }, select: { workspace: { select: { name: true } } } });
    await openMailbox(env.SMTP_URL, env.MAIL_FROM).send({
      to: { name: email, address: email },
      ...invitationLetter({ by: actor.name, workspace: workspace.name, days, url: `${env.APP_URL}/invitation?token=${token}` }),
      messageId: `<${id}@${new URL(env.APP_URL).hostname}>`,
      switchesUrl: null,
    });
    return null;
  } catch (error) {
    return `The mail server did not take it: ${error instanceof Error ? error.message : String(error)}`;
  }
}
