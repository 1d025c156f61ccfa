import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ModerationSubject, Standing } from "@/lib/domain/moderation";
import type { Role } from "@/lib/domain/role";
import type { PersonView } from "@/lib/domain/views";
import type { AssessedClaim } from "@/lib/policies/assessment";
import { assessedSelect, toAssessed } from "./assessed-claim";
import { activeSanctions } from "./sanctions";

/** Which thing of the workspace. */
export interface ThingRef {
  subject: ModerationSubject;
  id: string;
}

/** A thing as moderation finds it: also what is hidden or in the trash. */
export interface Thing extends ThingRef, Standing {
  documentId: string | null;
  claimId: string | null;
  title: string;
  words: string;
  around: { label: string; text: string }[];
  href: string | null;
  author: (PersonView & { role: Role | null }) | null;
  /** Of a comment about a claim: who may read it hangs on how the claim is judged. */
  discussed: AssessedClaim | null;
}

export const keyOf = ({ subject, id }: ThingRef) => `${subject} ${id}`;

type Loaded = Omit<Thing, "author" | "sanction"> & { authorId: string | null };

/** Characters of a document's text that are shown as what it says. */
const OPENING = 600;

/** The things that the workspace has, by `keyOf`; hidden ones too, so only for those who moderate. */
export async function moderatedThings(tx: Tx, workspaceId: string, refs: readonly ThingRef[], now: Date): Promise<Map<string, Thing>> {
  const loaded: Loaded[] = [];
  for (const [subject, load] of Object.entries(LOADERS)) {
    const ids = refs.filter((ref) => ref.subject === subject).map(({ id }) => id);
    if (ids.length > 0) loaded.push(...(await load(tx, workspaceId, ids)));
  }
  const people = [...new Set(loaded.flatMap(({ authorId }) => authorId ?? []))];
  const users = await tx.user.findMany({
    where: { id: { in: people } },
    select: { id: true, name: true, memberships: { where: { workspaceId }, select: { role: true } } },
  });
  const authors = new Map(users.map(({ memberships, ...user }) => [user.id, { ...user, role: memberships[0]?.role ?? null }]));
  const sanctions = await activeSanctions(tx, workspaceId, people, now);
  return new Map(
    loaded.map(({ authorId, ...thing }) => [
      keyOf(thing),
      { ...thing, author: authors.get(authorId ?? "") ?? null, sanction: sanctions.get(authorId ?? "")?.kind ?? null },
    ]),
  );
}

/** One of them; null when there is none. */
export async function moderatedThing(tx: Tx, workspaceId: string, ref: ThingRef, now: Date): Promise<Thing | null> {
  return (await moderatedThings(tx, workspaceId, [ref], now)).get(keyOf(ref)) ?? null;
}

type Loader = (tx: Tx, workspaceId: string, ids: readonly string[]) => Promise<Loaded[]>;

const trash = { deletedAt: true, hiddenAt: true } as const;
const inDocument = { document: { select: { id: true, title: true, deletedAt: true } } } as const;

interface Marks {
  hiddenAt: Date | null;
  deletedAt?: Date | null;
  lockedAt?: Date | null;
  heldAt?: Date | null;
}

function standing({ hiddenAt, deletedAt = null, lockedAt = null, heldAt = null }: Marks) {
  return { hidden: hiddenAt !== null, held: heldAt !== null, gone: hiddenAt === null && deletedAt !== null, locked: lockedAt !== null };
}

const LOADERS: Record<ModerationSubject, Loader> = {
  async document(tx, workspaceId, ids) {
    const rows = await tx.document.findMany({
      where: { id: { in: [...ids] }, workspaceId },
      select: { id: true, title: true, author: true, publication: true, createdById: true, lockedAt: true, ...trash },
    });
    const openings = await tx.$queryRaw<{ id: string; opening: string }[]>`
      SELECT d."id", left(r."text", ${OPENING}) AS "opening" FROM "Document" d JOIN "Revision" r ON r."documentId" = d."id" AND r."number" = d."revision"
      WHERE d."id" = ANY(${[...ids]})`;
    return rows.map((row) => ({
      ...{ subject: "document" as const, id: row.id, documentId: row.id, claimId: null, discussed: null, authorId: row.createdById, ...standing(row) },
      title: row.title,
      words: openings.find(({ id }) => id === row.id)?.opening ?? "",
      around: [row.author, row.publication].flatMap((text) => (text ? [{ label: "From", text }] : [])),
      href: row.deletedAt ? null : `/documents/${row.id}`,
    }));
  },

  async claim(tx, workspaceId, ids) {
    const rows = await tx.claim.findMany({
      where: { id: { in: [...ids] }, workspaceId },
      select: { id: true, number: true, statement: true, speaker: true, createdById: true, lockedAt: true, heldAt: true, ...trash, ...inDocument },
    });
    return rows.map((row) => ({
      ...{ subject: "claim" as const, id: row.id, documentId: row.document.id, claimId: row.id, discussed: null, authorId: row.createdById, ...standing(row) },
      title: `Claim ${String(row.number)}`,
      words: row.statement,
      around: [{ label: "Document", text: row.document.title }, ...(row.speaker ? [{ label: "Said by", text: row.speaker }] : [])],
      href: claimHref(row),
    }));
  },

  async evidence(tx, workspaceId, ids) {
    const rows = await tx.evidence.findMany({
      where: { id: { in: [...ids] }, workspaceId },
      select: {
        ...{ id: true, quote: true, note: true, createdById: true, heldAt: true, lockedAt: true, ...trash },
        source: { select: { title: true, url: true } },
        claim: { select: { id: true, number: true, statement: true, ...trash, ...inDocument } },
      },
    });
    return rows.map(({ claim, source, ...row }) => ({
      ...{ subject: "evidence" as const, id: row.id, documentId: claim.document.id, claimId: claim.id, discussed: null, authorId: row.createdById },
      ...standing(row),
      title: `Evidence: ${source.title}`,
      words: [row.quote && `“${row.quote}”`, row.note].filter(Boolean).join("\n\n"),
      around: [{ label: `Claim ${String(claim.number)}`, text: claim.statement }, ...(source.url ? [{ label: "Source", text: source.url }] : [])],
      href: claimHref(claim),
    }));
  },

  async comment(tx, workspaceId, ids) {
    const rows = await tx.comment.findMany({
      where: { id: { in: [...ids] }, workspaceId },
      select: {
        ...{ id: true, body: true, heldBody: true, authorId: true, createdAt: true, ...trash },
        thread: {
          select: {
            ...{ lockedAt: true, ...inDocument },
            claim: { select: { id: true, number: true, statement: true, deletedAt: true, ...assessedSelect } },
            comments: { select: { body: true, createdAt: true, author: { select: { name: true } } }, orderBy: { createdAt: "desc" }, take: 200 },
          },
        },
      },
    });
    const bodies = await hiddenBodies(
      tx,
      rows.filter(({ hiddenAt }) => hiddenAt !== null).map(({ id }) => id),
    );
    return rows.map(({ thread, ...row }) => {
      const { claim, document } = thread;
      const [before] = thread.comments.filter(({ createdAt, body }) => createdAt < row.createdAt && body !== "");
      const place = new URLSearchParams({ ...(claim ? { claim: claim.id } : {}), comment: row.id });
      return {
        ...{ subject: "comment" as const, id: row.id, documentId: document.id, claimId: claim?.id ?? null, authorId: row.authorId },
        ...standing({ ...row, lockedAt: thread.lockedAt, heldAt: row.heldBody === null ? null : row.hiddenAt }),
        title: claim ? `Comment on claim ${String(claim.number)}` : `Comment on ${document.title}`,
        words: row.heldBody ?? bodies.get(row.id) ?? row.body,
        around: [
          { label: claim ? "Claim" : "Document", text: claim?.statement ?? document.title },
          ...(before ? [{ label: `${before.author.name} before`, text: before.body }] : []),
        ],
        href: document.deletedAt || claim?.deletedAt ? null : `/documents/${document.id}?${place.toString()}`,
        discussed: claim && toAssessed(claim),
      };
    });
  },

  async source(tx, workspaceId, ids) {
    const rows = await tx.source.findMany({
      where: { id: { in: [...ids] }, workspaceId },
      select: { id: true, title: true, publisher: true, author: true, url: true, createdById: true, hiddenAt: true, heldAt: true, lockedAt: true },
    });
    return rows.map((row) => ({
      ...{ subject: "source" as const, id: row.id, documentId: null, claimId: null, discussed: null, authorId: row.createdById, ...standing(row) },
      title: "Source in the library",
      words: [row.title, row.publisher, row.author].filter(Boolean).join("\n"),
      around: row.url ? [{ label: "Address", text: row.url }] : [],
      href: row.hiddenAt ? null : `/sources?q=${encodeURIComponent(row.title.slice(0, 100))}`,
    }));
  },

  async person(tx, workspaceId, ids) {
    // Whoever has left can still be decided about: they may come back.
    const rows = await tx.user.findMany({
      where: { id: { in: [...ids] }, OR: [{ memberships: { some: { workspaceId } } }, { sanctions: { some: { workspaceId } } }] },
      select: { id: true, name: true, memberships: { where: { workspaceId }, select: { role: true } } },
    });
    return rows.map((row) => ({
      ...{ subject: "person" as const, id: row.id, documentId: null, claimId: null, discussed: null, authorId: row.id },
      ...standing({ hiddenAt: null }),
      title: row.name,
      words: "",
      around: [{ label: "Role", text: row.memberships[0]?.role ?? "not a member any more" }],
      href: "/people",
    }));
  },

  async page(tx, workspaceId, ids) {
    const rows = await tx.publicPage.findMany({
      where: { id: { in: [...ids] }, workspaceId },
      select: { id: true, slug: true, createdById: true, hiddenAt: true, revokedAt: true, lockedAt: true, ...inDocument },
    });
    return rows.map((row) => ({
      ...{ subject: "page" as const, id: row.id, documentId: row.document.id, claimId: null, discussed: null, authorId: row.createdById },
      ...standing({ ...row, deletedAt: row.revokedAt }),
      title: row.document.title,
      words: "",
      around: [{ label: "Address", text: `/p/${row.slug}` }],
      href: row.revokedAt ? null : `/p/${row.slug}`,
    }));
  },
};

function claimHref(claim: { id: string; deletedAt: Date | null; document: { id: string; deletedAt: Date | null } }): string | null {
  return claim.deletedAt || claim.document.deletedAt ? null : `/documents/${claim.document.id}?claim=${claim.id}`;
}

const WithBody = z.object({ body: z.string() });

/** The words of hidden comments: they are with the decisions that hid them. */
export async function hiddenBodies(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const where: Prisma.ModerationDecisionWhereInput = { subject: "comment", kind: "hide", subjectId: { in: [...ids] } };
  const rows = await tx.moderationDecision.findMany({ where, select: { subjectId: true, before: true }, orderBy: { at: "asc" } });
  return new Map(
    rows.flatMap(({ subjectId, before }) => {
      const parsed = WithBody.safeParse(before);
      return parsed.success ? [[subjectId, parsed.data.body] as const] : [];
    }),
  );
}
