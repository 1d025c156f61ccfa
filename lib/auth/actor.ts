import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { SANCTION_KINDS, shutsOut } from "@/lib/domain/moderation";
import type { Actor } from "@/lib/domain/role";
import { env } from "@/lib/env";
import { LAST_OPENED, OPEN } from "@/lib/queries/memberships";
import { inForce } from "@/lib/queries/sanctions";
import { awaitedPerson } from "./sessions";
import { requestSessionId } from "./session-token";

/** A session that was not used for so long is over, in milliseconds. */
const IDLE_MS = 14 * 24 * 60 * 60 * 1000;
/** How often the last use is written down, in milliseconds. */
const SEEN_EVERY_MS = 5 * 60 * 1000;

/** Who acts in this request, checked against the database; null when nobody is signed in, may not be any more, or has to see to something first. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const person = await currentPerson();
  return person && !isOut(person) && !person.lacksSecondFactor ? person : null;
});

/** The same, also somebody who may not come in: for what they may still do, which is to read why, and to answer. */
export const currentPerson = cache(async (): Promise<Actor | null> => {
  const id = await requestSessionId();
  return id === null ? null : actorOfSession(id, new Date());
});

/** Who has taken the first step of signing in, and is to give a code; null for everybody else. */
export async function waitingPerson(): Promise<{ email: string } | null> {
  const id = await requestSessionId();
  return id === null ? null : awaitedPerson(id, new Date());
}

/** True when the person may not come in: what is left to them is to read why, and to answer. */
export const isOut = ({ sanction }: Actor) => sanction !== undefined && shutsOut(sanction.kind);

/**
 * The actor of a page. Sends whoever is not signed in to the sign-in page, and back afterwards; who may not come in to where they read why; whose account was cut
 * off from what was before to where they read that; and who lacks the second factor that the workspace asks for to where they set one up.
 */
export async function requireActor(path: string): Promise<Actor> {
  const person = await currentPerson();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (isOut(person)) redirect("/suspended");
  if (person.unreadCutOff) redirect("/address/proven");
  if (person.lacksSecondFactor) redirect("/second-factor");
  return person;
}

/** The actor behind a session row: living, in use, of a person who is neither suspended nor without a workspace. Notes that it was used. */
export async function actorOfSession(id: string, now: Date): Promise<Actor | null> {
  const prisma = await db();
  const session = await prisma.session.findUnique({ where: { id, ...living(now) }, select: sessionSelect(now) });
  const actor = session && toActor(session);
  if (actor && now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) await prisma.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
  return actor;
}

/** The actors behind session rows; those that are over are missing. An open stream is not a use: its person may be away. */
export async function actorsOfSessions(ids: readonly string[]): Promise<Map<string, Actor>> {
  const prisma = await db();
  const now = new Date();
  const sessions = await prisma.session.findMany({ where: { id: { in: [...ids] }, ...living(now) }, select: sessionSelect(now) });
  return new Map(sessions.map(toActor).flatMap((actor) => (actor && !isOut(actor) && !actor.lacksSecondFactor ? [[actor.sessionId, actor]] : [])));
}

const living = (now: Date) => ({ revokedAt: null, awaitsCode: false, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) } });

const sessionSelect = (now: Date) =>
  ({
    id: true,
    lastSeenAt: true,
    workspaceId: true,
    user: {
      select: {
        id: true,
        name: true,
        email: true,
        demo: true,
        suspendedAt: true,
        owner: true,
        cutOffAt: true,
        sanctions: { where: inForce(now), select: { workspaceId: true, kind: true, until: true } },
        secondFactor: { select: { confirmedAt: true } },
        memberships: {
          where: OPEN,
          select: { workspaceId: true, role: true, workspace: { select: { secondFactorRequired: true } } },
          orderBy: LAST_OPENED,
        },
      },
    },
  }) satisfies Prisma.SessionSelect;

const HARSHEST_FIRST = [...SANCTION_KINDS].reverse();

function toActor({ id, user, workspaceId: current }: Prisma.SessionGetPayload<{ select: ReturnType<typeof sessionSelect> }>): Actor | null {
  const membership = user.memberships.find(({ workspaceId }) => workspaceId === current) ?? user.memberships[0];
  if (!membership || user.suspendedAt || (user.demo && !env.ASSAY_DEMO)) return null;
  const { workspaceId, role, workspace } = membership;
  const here = user.sanctions.filter((each) => each.workspaceId === workspaceId);
  const sanction = HARSHEST_FIRST.map((kind) => here.find((each) => each.kind === kind)).find((each) => each !== undefined);
  // Demo accounts are everybody's, and can have none.
  const lacksSecondFactor = workspace.secondFactorRequired && !user.demo && !user.secondFactor?.confirmedAt;
  return {
    ...{ userId: user.id, name: user.name, email: user.email, sessionId: id, workspaceId, role },
    ...(user.owner ? { owner: true } : {}),
    ...(user.cutOffAt ? { unreadCutOff: true } : {}),
    ...(sanction ? { sanction: { kind: sanction.kind, until: sanction.until } } : {}),
    ...(lacksSecondFactor ? { lacksSecondFactor } : {}),
  };
}
