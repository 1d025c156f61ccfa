import { z } from "zod";
import { query } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { TRASHED } from "@/lib/db/scopes";
import { DOCUMENT_KINDS, DOCUMENT_STATES } from "@/lib/domain/document";
import { line, toDay } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { foldForSearch } from "@/lib/domain/search";
import type { DocumentListItem, PersonView } from "@/lib/domain/views";
import { assignmentPolicy } from "@/lib/policies/assignment";
import { documentPolicy } from "@/lib/policies/document";

const PAGE = 30;

export const ListDocuments = z.object({
  q: line(200).optional(),
  state: z.enum(DOCUMENT_STATES).optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  /** "trash" lists what was deleted. */
  view: z.enum(["kept", "trash"]).default("kept"),
  sort: z.enum(["updated", "title", "published"]).default("updated"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export interface DocumentList {
  items: DocumentListItem[];
  total: number;
  pageSize: number;
  can: { create: boolean };
}

const ORDER: Record<z.output<typeof ListDocuments>["sort"], Prisma.DocumentOrderByWithRelationInput[]> = {
  updated: [{ updatedAt: "desc" }, { id: "desc" }],
  title: [{ title: "asc" }, { id: "asc" }],
  published: [{ publishedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
};

/** The workspace's documents with the progress of their claims. */
export const listDocuments = query(ListDocuments, { summary: "List and search documents." }, async (actor, input): Promise<DocumentList> => {
  const prisma = await db();
  const found = input.q ? await searchDocuments(prisma, actor, input.q) : null;
  const where: Prisma.DocumentWhereInput = {
    workspaceId: actor.workspaceId,
    ...(input.view === "trash" ? TRASHED : { deletedAt: null }),
    ...(input.state ? { state: input.state } : {}),
    ...(input.kind ? { kind: input.kind } : {}),
    ...(found ? { id: { in: found } } : {}),
  };
  const [rows, total] = await Promise.all([
    prisma.document.findMany({
      where,
      omit: { searchText: true },
      include: { createdBy: { select: { id: true, name: true } } },
      orderBy: ORDER[input.sort],
      take: PAGE,
      skip: (input.page - 1) * PAGE,
    }),
    prisma.document.count({ where }),
  ]);
  const ids = rows.map((row) => row.id);
  const [counts, assigned] = await Promise.all([
    prisma.claim.groupBy({ by: ["documentId", "state"], where: { documentId: { in: ids }, deletedAt: null }, _count: { _all: true } }),
    assignedIn(prisma, actor, ids),
  ]);
  const items = rows.map((row): DocumentListItem => ({
    id: row.id,
    title: row.title,
    author: row.author,
    publication: row.publication,
    publishedOn: toDay(row.publishedOn),
    kind: row.kind,
    state: row.state,
    language: row.language,
    wordCount: row.wordCount,
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    claims: Object.fromEntries(counts.filter((count) => count.documentId === row.id).map((count) => [count.state, count._count._all])),
    people: uniquePeople([row.createdBy, ...assigned.flatMap((each) => (each.documentId === row.id ? [each.person] : []))]),
    can: { edit: documentPolicy.edit(actor, row), delete: documentPolicy.delete(actor, row) },
  }));
  return { items, total, pageSize: PAGE, can: { create: documentPolicy.create(actor) } };
});

/** Who works in the documents, as far as the actor may know: where claims are assessed blind, a reviewer knows it of themselves alone. */
async function assignedIn(prisma: PrismaClient, actor: Actor, ids: string[]): Promise<{ documentId: string; person: PersonView }[]> {
  if (!assignmentPolicy.take(actor)) return [];
  const open = assignmentPolicy.assign(actor) ? {} : { OR: [{ personId: actor.userId }, { claim: { document: { reviewMode: "proposal" as const } } }] };
  const rows = await prisma.assignment.findMany({
    where: { endedAt: null, claim: { documentId: { in: ids }, deletedAt: null }, ...open },
    select: { person: { select: { id: true, name: true } }, claim: { select: { documentId: true } } },
    orderBy: [{ createdAt: "asc" }, { personId: "asc" }],
  });
  return rows.map(({ person, claim }) => ({ documentId: claim.documentId, person }));
}

/** Ids of matching documents: full text (words, phrases, -not), any substring, or a title that is nearly it. */
async function searchDocuments(prisma: PrismaClient, actor: Actor, q: string): Promise<string[]> {
  const words = foldForSearch(q);
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await prisma.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "id" FROM "Document"
    WHERE "workspaceId" = ${actor.workspaceId}
      AND (to_tsvector('simple', left("searchText", 200000)) @@ websearch_to_tsquery('simple', ${words})
        OR "searchText" LIKE ${pattern}
        OR word_similarity(${words}, unaccent(lower("title"))) > 0.5)
    LIMIT 2000`);
  return rows.map((row) => row.id);
}

function uniquePeople(people: PersonView[]): PersonView[] {
  return [...new Map(people.map((each) => [each.id, each])).values()];
}
