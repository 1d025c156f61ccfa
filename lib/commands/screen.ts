import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { ModerationSubject } from "@/lib/domain/moderation";
import { atLeast, type Actor } from "@/lib/domain/role";
import { entriesOf, matchIn } from "@/lib/domain/word-list";
import { record } from "@/lib/events/record";
import { knockModerators } from "./knock-moderators";

/** What somebody writes, by field, as the request names it; many texts under one name are looked at in one pass. */
type Written = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** Many texts as one in which nothing is found that is in none of them. */
const together = (written: Written): [string, string][] =>
  Object.entries(written).flatMap(([field, text]) => (text ? [[field, typeof text === "string" ? text : text.join("\n.\n")]] : []));

/** All texts in a value that have one of these names, however deep they are. */
export function wordsIn(value: unknown, names: ReadonlySet<string>): string[] {
  const words: string[] = [];
  const walk = (each: unknown, name: string): void => {
    if (typeof each === "string") {
      if (each !== "" && names.has(name)) words.push(each);
    } else if (Array.isArray(each)) for (const item of each) walk(item, name);
    else if (typeof each === "object" && each !== null) for (const [key, item] of Object.entries(each)) walk(item, key);
  };
  walk(value, "");
  return words;
}

/**
 * Looks at what somebody writes before it is written. Answers why it has to wait for a moderator, as a sentence for them; null when others may see it at
 * once. Throws `invalid`, and names the field, when it has a word or link that the workspace refuses.
 */
export async function screen(tx: Tx, actor: Actor, written: Written): Promise<string | null> {
  const listed = await whyListed(tx, actor, written);
  return (await whyUntrusted(tx, actor)) ?? listed;
}

/** The same for the words alone, whoever writes them. */
async function whyListed(tx: Tx, { workspaceId }: Actor, written: Written): Promise<string | null> {
  const { heldTerms, refusedTerms } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { heldTerms: true, refusedTerms: true } });
  if (entriesOf(refusedTerms).length + entriesOf(heldTerms).length === 0) return null;
  const texts = together(written);
  for (const [field, text] of texts) {
    const entry = matchIn(refusedTerms, text);
    if (entry === null) continue;
    const message = `“${entry}” is on the list of words and links that this workspace does not take. Take it out, and send it again.`;
    throw new AppError("invalid", message, { fields: [{ field, message }] });
  }
  const entry = texts.flatMap(([, text]) => matchIn(heldTerms, text) ?? [])[0];
  return entry === undefined ? null : `It has “${entry}”.`;
}

/** Why a moderator looks at whatever somebody writes before others do, as a sentence for moderators; null when none does. */
async function whyUntrusted(tx: Tx, { workspaceId, userId, role, sanction }: Actor): Promise<string | null> {
  if (sanction?.kind === "approve_first") return "What this person writes must be approved first.";
  if (atLeast({ role }, "editor")) return null;
  const { approveFirst } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { approveFirst: true } });
  if (approveFirst === 0) return null;
  const own = { workspaceId, createdById: userId, hiddenAt: null };
  const written =
    (await tx.claim.count({ where: own })) +
    (await tx.evidence.count({ where: own })) +
    (await tx.comment.count({ where: { workspaceId, authorId: userId, hiddenAt: null } }));
  return written < approveFirst ? `One of the first ${String(approveFirst)} contributions of a new member.` : null;
}

/** For what cannot wait for a moderator: refuses it of those whose contributions do. Throws `closed`. */
export async function expectTrusted(tx: Tx, actor: Actor): Promise<void> {
  if ((await whyUntrusted(tx, actor)) === null) return;
  throw new AppError(
    "closed",
    "What you write waits for a moderator, which this cannot. Contribute claims, evidence or comments of your own until a moderator has approved some of them.",
  );
}

/** The same for what has words on which a moderator has to look. Throws `closed`, and `invalid`. */
export async function screenAtOnce(tx: Tx, actor: Actor, written: Written): Promise<void> {
  await expectTrusted(tx, actor);
  await screenWords(tx, actor, written);
}

/** For judgements and what belongs to them, which do not wait, whoever writes them: only the lists of words are asked. Throws `closed`, and `invalid`. */
export async function screenWords(tx: Tx, actor: Actor, written: Written): Promise<void> {
  const why = await whyListed(tx, actor, written);
  if (why !== null)
    throw new AppError("closed", `${why} A moderator would have to look at that first, which this cannot wait for. Take it out, and send it again.`);
}

/** For changes of what others may have seen: what has to wait takes one's own back from them for so long, and nothing of somebody else. Throws `closed`. */
export function expectOwn(actor: Actor, { createdById }: { createdById: string }, why: string): void {
  if (createdById === actor.userId) return;
  throw new AppError("closed", `${why} A moderator would have to look at that first, so that you can change only what is your own. Nothing was changed.`);
}

interface Contribution {
  subject: Extract<ModerationSubject, "claim" | "evidence" | "comment" | "source">;
  id: string;
  documentId?: string;
  claimId?: string;
  /** What of it the log would have said, for when it is approved. */
  after?: Prisma.InputJsonObject;
}

/** Keeps what was just written from everybody but its author, until a moderator has looked at it. */
export async function hold(tx: Tx, actor: Actor, { subject, id, after = {}, ...place }: Contribution, why: string, now: Date): Promise<void> {
  const where = { id };
  const select = { id: true } as const;
  const held = { hiddenAt: now, heldAt: now };
  if (subject === "claim") await tx.claim.update({ where, data: { ...held, deletedAt: now }, select });
  if (subject === "evidence") await tx.evidence.update({ where, data: { ...held, deletedAt: now }, select });
  if (subject === "source") await tx.source.update({ where, data: held, select });
  if (subject === "comment") {
    const { body } = await tx.comment.findUniqueOrThrow({ where, select: { body: true } });
    await tx.comment.update({ where, data: { heldBody: body, body: "", hiddenAt: now, deletedAt: now }, select });
  }
  await tx.flag.create({ data: { workspaceId: actor.workspaceId, subject, subjectId: id, ...place, reason: "held", note: why, createdAt: now }, select });
  await knockModerators(tx, actor.workspaceId);
  await record(tx, actor, {
    type: "contribution.held",
    ...place,
    after,
    ids: { subject, subjectId: id, ...(subject === "evidence" ? { evidenceId: id } : {}) },
  });
}
