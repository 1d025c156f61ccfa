import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { line, toDay } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { normalizeUrl } from "@/lib/domain/url";
import type { SourceView } from "@/lib/domain/views";
import { moderationPolicy } from "@/lib/policies/moderation";
import { seesConfidential, sourcePolicy } from "@/lib/policies/source";

export const sourceSelect = {
  id: true,
  title: true,
  publisher: true,
  author: true,
  publishedOn: true,
  url: true,
  type: true,
  primary: true,
  confidential: true,
  version: true,
  createdById: true,
  lockedAt: true,
  _count: { select: { evidence: { where: { deletedAt: null } } } },
} satisfies Prisma.SourceSelect;

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>;

/** The view of a source row. */
export function toSourceView(actor: Actor, row: SourceRow): SourceView {
  const { _count, publishedOn, createdById, lockedAt, ...rest } = row;
  return {
    ...rest,
    publishedOn: toDay(publishedOn),
    usageCount: _count.evidence,
    can: { edit: lockedAt === null && sourcePolicy.edit(actor), report: moderationPolicy.flag(actor, createdById) },
  };
}

/** The view of one source of the actor's workspace. */
export async function sourceView(tx: Tx, actor: Actor, id: string): Promise<SourceView> {
  return toSourceView(actor, await tx.source.findUniqueOrThrow({ where: { id, workspaceId: actor.workspaceId }, select: sourceSelect }));
}

const PAGE = 50;

export const ListSources = z.object({
  q: line(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export interface SourceList {
  items: SourceView[];
  total: number;
  pageSize: number;
  can: { create: boolean };
}

/** The library, best matches first while searching (by words, by address), else by title. */
export const listSources = query(ListSources, { summary: "Search the source library." }, async (actor, input): Promise<SourceList> => {
  const prisma = await db();
  const where: Prisma.SourceWhereInput = {
    workspaceId: actor.workspaceId,
    hiddenAt: null,
    ...(seesConfidential(actor) ? {} : { confidential: false }),
    AND: matchesEvery(input.q ?? ""),
  };
  const [rows, total] = await Promise.all([
    prisma.source.findMany({ where, select: sourceSelect, orderBy: [{ title: "asc" }, { id: "asc" }], take: PAGE, skip: (input.page - 1) * PAGE }),
    prisma.source.count({ where }),
  ]);
  return { items: rows.map((row) => toSourceView(actor, row)), total, pageSize: PAGE, can: { create: sourcePolicy.create(actor) } };
});

/** Each word must stand somewhere in the record; an address finds the record with the same normalised address. */
function matchesEvery(q: string): Prisma.SourceWhereInput[] {
  const normalized = normalizeUrl(q);
  if (normalized !== null) return [{ normalizedUrl: normalized }];
  return q
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 8)
    .map((word) => {
      const contains = { contains: escapeLike(word), mode: "insensitive" as const };
      return { OR: [{ title: contains }, { publisher: contains }, { author: contains }, { url: contains }] };
    });
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}
