import type { PrismaClient } from "@/lib/db/generated/client";

/** A kind of row that is not as the rest of the program takes it to be. */
export interface Fault {
  what: string;
  count: number;
  /** A few of them. */
  examples: string[];
}

/** Revisions whose texts are held at once. */
const TEXTS = 20;
const EXAMPLES = 3;

/** Looks whether the rows fit each other, beyond what the database itself makes sure of. Reads only; reads every text. */
export async function findFaults(prisma: PrismaClient): Promise<Fault[]> {
  const faults = [
    await fault(
      prisma,
      "Documents without the revision that they are at",
      `SELECT d."id" FROM "Document" d WHERE NOT EXISTS (SELECT 1 FROM "Revision" r WHERE r."documentId" = d."id" AND r."number" = d."revision")`,
    ),
    await fault(
      prisma,
      "Claims without a place in any text",
      `SELECT c."id" FROM "Claim" c WHERE NOT EXISTS (SELECT 1 FROM "Anchor" a WHERE a."claimId" = c."id")`,
    ),
    await fault(
      prisma,
      "Claims of another workspace than their document's",
      `SELECT c."id" FROM "Claim" c JOIN "Document" d ON d."id" = c."documentId" WHERE c."workspaceId" <> d."workspaceId"`,
    ),
    await fault(
      prisma,
      "Claims with a higher number than their document has given",
      `SELECT c."id" FROM "Claim" c JOIN "Document" d ON d."id" = c."documentId" WHERE c."number" > d."claimCount"`,
    ),
    await fault(
      prisma,
      "Workspaces without an admin",
      `SELECT w."id" FROM "Workspace" w WHERE NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."workspaceId" = w."id" AND m."role" = 'admin')`,
    ),
    await misplacedAnchors(prisma),
  ];
  return faults.filter(({ count }) => count > 0);
}

async function fault(prisma: PrismaClient, what: string, sql: string): Promise<Fault> {
  const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(sql);
  return { what, count: rows.length, examples: rows.slice(0, EXAMPLES).map(({ id }) => id) };
}

/** In code, because the database counts characters where anchors count UTF-16 units. */
async function misplacedAnchors(prisma: PrismaClient): Promise<Fault> {
  const misplaced: string[] = [];
  let after = "";
  for (;;) {
    const revisions = await prisma.revision.findMany({
      where: { id: { gt: after } },
      select: { id: true, text: true, anchors: { select: { id: true, start: true, end: true, exact: true, status: true } } },
      orderBy: { id: "asc" },
      take: TEXTS,
    });
    for (const { text, anchors } of revisions) for (const anchor of anchors) if (!isPlaced(text, anchor)) misplaced.push(anchor.id);
    const last = revisions.at(-1);
    if (!last || revisions.length < TEXTS) break;
    after = last.id;
  }
  return { what: "Places that are outside of their text, or have other words", count: misplaced.length, examples: misplaced.slice(0, EXAMPLES) };
}

function isPlaced(text: string, { start, end, exact, status }: { start: number; end: number; exact: string; status: string }): boolean {
  if (start < 0 || end < start || end > text.length) return false;
  // What is in doubt keeps the words of its last sure place.
  return status === "uncertain" || status === "orphaned" || text.slice(start, end) === exact;
}
