import { z } from "zod";
import { db, type Tx } from "@/lib/db/client";
import { AppError, invalidField, wrongPassword } from "@/lib/domain/errors";
import { Email, Id, requiredLine } from "@/lib/domain/fields";
import { ROLES } from "@/lib/domain/role";
import { INVITATION_DAYS } from "@/lib/domain/token";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { OPEN } from "@/lib/queries/memberships";
import { becomeMember, expectNoMember } from "./become-member";
import { command, publicCommand, type Command } from "./command";
import { expectUncommon, hashPassword, verifyPasswordOf } from "./password";
import { confirmAddress } from "./prove-address";
import { sendInvitation } from "./send-invitation";
import { enterWorkspace } from "./switch-workspace";
import { hashToken, invitedBy, newToken } from "./token";

const DAY_MS = 24 * 60 * 60 * 1000;

export const CreateInvitation = z
  .object({
    role: z.enum(ROLES),
    email: Email.nullable().default(null),
    days: z
      .int()
      .min(INVITATION_DAYS.least, "At least one day.")
      .max(INVITATION_DAYS.most, `At most ${String(INVITATION_DAYS.most)} days.`)
      .default(INVITATION_DAYS.usual),
    /** True sends the link to the address. */
    send: z.boolean().default(false),
  })
  .refine(({ send, email }) => !send || email !== null, { path: ["email"], message: "Write the address that the letter goes to." });

interface MadeInvitation {
  id: string;
  path: string;
  /** Null when none was asked for; with why it was not sent, if it was not. */
  letter: { to: string; problem: string | null } | null;
}

/** Makes a link that lets its holder join, and sends it to their address where that is asked for. The token is answered once; only its hash is kept. */
export const createInvitation: Command<typeof CreateInvitation, void, MadeInvitation> = {
  ...command(
    CreateInvitation,
    { summary: "Make an invitation link, and send it if asked to.", status: 201, once: true },
    async ({ actor, tx, now }, input): Promise<MadeInvitation> => {
      authorize(workspacePolicy, actor, "invite");
      if (input.send && !(env.SMTP_URL && env.MAIL_FROM))
        throw new AppError("conflict", "This installation sends no e-mail. Make the link without it, and send it yourself.");
      const { token, tokenHash } = newToken();
      const { id } = await tx.invitation.create({
        data: {
          workspaceId: actor.workspaceId,
          invitedById: actor.userId,
          role: input.role,
          email: input.email,
          tokenHash,
          expiresAt: new Date(now.getTime() + input.days * DAY_MS),
        },
        select: { id: true },
      });
      // Whom it is for is not in the log, where it would outlast their account.
      await record(tx, actor, { type: "member.invited", after: { role: input.role }, ids: { invitationId: id } });
      return { id, path: `/invitation?token=${token}`, letter: null };
    },
  ),
  mailsTo: ({ send, email }) => (send ? email : null),
  // The invitation is there, whatever becomes of the letter: who made it still has the link.
  after: async (actor, { send, email, days }, made) =>
    send && email !== null ? { ...made, letter: { to: email, problem: await sendInvitation(actor, { id: made.id, email, days }) } } : made,
};

export const RevokeInvitation = z.object({ invitationId: Id });

/** Makes an invitation link worthless. */
export const revokeInvitation = command(RevokeInvitation, { summary: "Revoke an invitation." }, async ({ actor, tx, now }, input) => {
  const invitation = await tx.invitation.findFirst({ where: { id: input.invitationId, workspaceId: actor.workspaceId } });
  if (!invitation) throw new AppError("not_found", "There is no such invitation.");
  authorize(workspacePolicy, actor, "invite");
  if (invitation.acceptedAt) throw new AppError("conflict", "This invitation was accepted already. Change the member's role instead.");
  await tx.invitation.update({ where: { id: invitation.id }, data: { revokedAt: invitation.revokedAt ?? now } });
  await record(tx, actor, { type: "invitation.revoked", ids: { invitationId: invitation.id } });
  return { id: invitation.id };
});

export const AcceptInvitation = z.object({
  token: z.string().max(200),
  email: Email,
  /** Needed for a new account only. */
  name: requiredLine(100).optional(),
  password: z.string().min(1, "Must not be empty.").max(512),
});

/**
 * Joins a workspace: with a new account, or with the existing one of that address when the password is its password. Without a name one says to have an account.
 * What is wrong in the form is said before anybody is looked for, and the rest takes as long whoever is found: a holder of an invitation learns of an address only
 * what a refusal tells, and those are counted.
 */
export const acceptInvitation = publicCommand(
  AcceptInvitation,
  { summary: "Join a workspace with an invitation's token.", status: 201, signsUp: true, triesAt: ({ email }) => email },
  async (input) => {
    const prisma = await db();
    // Without a living invitation nobody learns which addresses have accounts.
    expectLiving(await invitationOf(prisma, input.token), input.email, new Date());
    const { name, email, password } = input;
    if (name !== undefined) {
      if ([...password].length < 8) throw invalidField("password", "At least 8 characters.");
      expectUncommon(password, email);
    }
    const user = await prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
    if (name !== undefined && !user) return { account: { email, name, passwordHash: await hashPassword(password) } };
    const right = await verifyPasswordOf(user, password);
    if (user && right) return { userId: user.id };
    throw wrongPassword(
      name === undefined
        ? "There is no account with this address and this password. If you have none yet, choose “I am new here”."
        : "There is an account with this address already, and this is not its password.",
    );
  },
  async ({ tx, now }, input, prepared) => {
    const invitation = expectLiving(await invitationOf(tx, input.token), input.email, now);
    const byLetter = cameByLetter(invitation, input.token);
    if ("userId" in prepared) {
      if (byLetter) await confirmAddress(tx, prepared.userId, now);
      return join(tx, invitation, prepared.userId, now);
    }
    const { id } = await tx.user.create({ data: { ...prepared.account, provenAt: byLetter ? now : null }, select: { id: true } });
    return join(tx, invitation, id, now);
  },
);

export const JoinWorkspace = z.object({ token: z.string().max(200) });

/** Joins a further workspace with the account that one is signed in with, and goes there. */
export const joinWorkspace = command(
  JoinWorkspace,
  { summary: "Join a further workspace with an invitation’s token, as oneself.", status: 201, sanctioned: "any", anywhere: true },
  async ({ actor, tx, now }, { token }) => {
    const invitation = expectLiving(await invitationOf(tx, token), actor.email, now);
    if (cameByLetter(invitation, token)) await confirmAddress(tx, actor.userId, now);
    const joined = await join(tx, invitation, actor.userId, now);
    await enterWorkspace(tx, actor, joined.workspaceId, now);
    return joined;
  },
);

/** Makes the person a member by the invitation, and uses it up. Throws `conflict` for who is one already, and `gone` when somebody else was first. */
export async function join(
  tx: Tx,
  { id, workspaceId, role }: Pick<InvitationRow, "id" | "workspaceId" | "role">,
  userId: string,
  now: Date,
): Promise<{ workspaceId: string }> {
  await expectNoMember(tx, workspaceId, userId);
  const taken = await tx.invitation.updateMany({ where: { id, acceptedAt: null, revokedAt: null }, data: { acceptedAt: now, acceptedById: userId } });
  if (taken.count === 0) throw goneInvitation();
  await becomeMember(tx, { workspaceId, role }, userId, { invitationId: id }, now);
  return { workspaceId };
}

const invitationOf = (tx: Tx, token: string) => tx.invitation.findFirst({ where: { ...invitedBy(token), ...OPEN } });

/** Whether it is the link of the letter, which only the owner of the address has. */
const cameByLetter = ({ letterHash }: InvitationRow, token: string) => letterHash === hashToken(token);

interface InvitationRow {
  id: string;
  workspaceId: string;
  role: (typeof ROLES)[number];
  email: string | null;
  letterHash: string | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

function expectLiving(invitation: InvitationRow | null, email: string, now: Date): InvitationRow {
  if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt <= now) throw goneInvitation();
  if (invitation.email && invitation.email !== email) throw invalidField("email", "This invitation was made for another address than yours.");
  return invitation;
}

const goneInvitation = () => new AppError("gone", "This invitation is not valid any more. Ask for a new link.");
