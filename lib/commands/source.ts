import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/client";
import { sourceInScope } from "@/lib/db/scopes";
import { defined } from "@/lib/domain/defined";
import { AppError, invalidField } from "@/lib/domain/errors";
import { mayBePrimary, SOURCE_TYPES } from "@/lib/domain/evidence";
import { Day, HttpUrl, Id, line, requiredLine, toDate, Version } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { normalizeUrl } from "@/lib/domain/url";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { sourcePolicy } from "@/lib/policies/source";
import { sourceView } from "@/lib/queries/source";
import { command } from "./command";
import { hold, screen, screenAtOnce } from "./screen";
import { expectWritten } from "./versioned";

export const NewSource = z.object({
  title: requiredLine(500),
  publisher: line(300).default(""),
  author: line(300).default(""),
  publishedOn: Day.nullable().default(null),
  url: HttpUrl.nullable().default(null),
  type: z.enum(SOURCE_TYPES).default("other"),
  primary: z.boolean().default(false),
  confidential: z.boolean().default(false),
});

/** Adds a source to the library. Fails with `duplicate` and the record when its address is in the library already. */
export const createSource = command(
  NewSource,
  { summary: "Add a source to the library.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    authorize(sourcePolicy, actor, "create");
    const why = await screen(tx, actor, sourceWords(input));
    const id = await addSource(tx, actor, input);
    if (why !== null) await hold(tx, actor, { subject: "source", id }, why, now);
    return sourceView(tx, actor, id);
  },
);

/** Adds the source and answers its id, for commands that need one on the way. */
export async function addSource(tx: Tx, actor: Actor, input: z.output<typeof NewSource>): Promise<string> {
  expectPrimaryType(input);
  const normalizedUrl = input.url && normalizeUrl(input.url);
  await expectNewUrl(tx, actor, normalizedUrl);
  const source = await tx.source.create({
    data: { ...input, publishedOn: toDate(input.publishedOn), normalizedUrl, workspaceId: actor.workspaceId, createdById: actor.userId },
    select: { id: true },
  });
  await record(tx, actor, { type: "source.created", after: { title: input.title }, ids: { sourceId: source.id } });
  return source.id;
}

export const UpdateSource = z.object({
  sourceId: Id,
  version: Version,
  title: requiredLine(500).optional(),
  publisher: line(300).optional(),
  author: line(300).optional(),
  publishedOn: Day.nullable().optional(),
  url: HttpUrl.nullable().optional(),
  type: z.enum(SOURCE_TYPES).optional(),
  primary: z.boolean().optional(),
  confidential: z.boolean().optional(),
});

/** Changes a source; only the fields given. */
export const updateSource = command(UpdateSource, { summary: "Change a source of the library." }, async ({ actor, tx, now }, input) => {
  const source = await sourceInScope(tx, actor, input.sourceId);
  authorize(sourcePolicy, actor, "edit");
  await screenAtOnce(tx, actor, sourceWords(input));
  const { sourceId, version, publishedOn, ...rest } = input;
  const changes = { ...rest, publishedOn: publishedOn === undefined ? undefined : toDate(publishedOn) };
  expectPrimaryType({ type: input.type ?? source.type, primary: input.primary ?? source.primary });
  const normalizedUrl = input.url === undefined ? source.normalizedUrl : input.url && normalizeUrl(input.url);
  if (normalizedUrl !== source.normalizedUrl) await expectNewUrl(tx, actor, normalizedUrl);
  const written = await tx.source.updateMany({
    where: { id: sourceId, version },
    data: { ...defined(changes), normalizedUrl, version: { increment: 1 }, updatedAt: now },
  });
  await expectWritten(written, "source", () => sourceView(tx, actor, sourceId));
  const changed = changedFields(source, changes);
  if (changed) {
    await record(tx, actor, { type: "source.updated", ...changed, ids: { sourceId } });
    await tellDocuments(tx, actor, sourceId);
  }
  return sourceView(tx, actor, sourceId);
});

/** Those who follow a document that uses the source hear that it changed, and nothing of what: it may be confidential. Always in the same order, since each document is locked. */
async function tellDocuments(tx: Tx, actor: Actor, sourceId: string): Promise<void> {
  const where = { deletedAt: null, claims: { some: { deletedAt: null, evidence: { some: { sourceId, deletedAt: null } } } } };
  const documents = await tx.document.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id } of documents) await record(tx, actor, { type: "source.updated", documentId: id, ids: { sourceId } });
}

/** What of a source somebody writes. */
export const sourceWords = ({ title, publisher, author, url }: Pick<z.output<typeof UpdateSource>, "title" | "publisher" | "author" | "url">) => ({
  title,
  publisher,
  author,
  url,
});

function expectPrimaryType(source: { type: (typeof SOURCE_TYPES)[number]; primary: boolean }): void {
  if (source.primary && !mayBePrimary(source.type))
    throw invalidField("primary", "Press releases and encyclopedias are not primary sources. Choose another type, or take the mark away.");
}

/** Refuses a source that a moderator has hidden, whatever way it comes in by. */
export function expectNoneHidden(found: readonly { hiddenAt: Date | null }[]): void {
  if (found.some(({ hiddenAt }) => hiddenAt !== null))
    throw new AppError("closed", "A moderator has hidden a source that this names, by its address or its title. Leave it out, or ask a moderator.");
}

async function expectNewUrl(tx: Tx, actor: Actor, normalizedUrl: string | null): Promise<void> {
  if (normalizedUrl === null) return;
  // The row lock of the workspace puts two people who add the same address one after the other.
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "Workspace" WHERE "id" = ${actor.workspaceId} FOR UPDATE`);
  const existing = await tx.source.findUnique({
    where: { workspaceId_normalizedUrl: { workspaceId: actor.workspaceId, normalizedUrl } },
    select: { id: true, hiddenAt: true, heldAt: true },
  });
  if (existing?.heldAt) throw new AppError("closed", "A source with this address waits for a moderator already. Use it once it is approved.");
  expectNoneHidden(existing ? [existing] : []);
  if (existing)
    throw new AppError("duplicate", "A source with this address is in the library already. Use that one.", {
      current: await sourceView(tx, actor, existing.id),
    });
}
