import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { toDate } from "@/lib/domain/fields";
import type { Actor } from "@/lib/domain/role";
import { normalizeUrl } from "@/lib/domain/url";
import { recordAll, type NewEvent } from "@/lib/events/record";
import type { ForeignSource } from "@/lib/importers/annotations/foreign-claim";
import { expectNoneHidden } from "./source";

/** The ids of sources, by `sourceKey`. */
export interface LibrarySources {
  idOf: (source: ForeignSource) => string;
  /** How many the library did not have yet. */
  added: number;
}

/** Values a query. */
const CHUNK = 500;

/** Takes the sources from the library, by their address, or without one by title, publisher and author; adds those that it does not have. */
export async function librarySources(tx: Tx, actor: Actor, sources: readonly ForeignSource[]): Promise<LibrarySources> {
  const wanted = new Map(sources.map((source) => [sourceKey(source), source]));
  if (wanted.size === 0) return { idOf: missing, added: 0 };
  const { workspaceId } = actor;
  // The row lock of the workspace puts two people who add the same address one after the other.
  await tx.$queryRaw`SELECT "id" FROM "Workspace" WHERE "id" = ${workspaceId} FOR UPDATE`;
  const known = await knownSources(tx, workspaceId, [...wanted.values()]);
  const fresh = [...wanted].filter(([key]) => !known.has(key));
  for (let from = 0; from < fresh.length; from += CHUNK) {
    const rows = fresh.slice(from, from + CHUNK).map(([key, { title, publisher, author, publishedOn, url, type, primary }]) => {
      const id = randomUUID();
      known.set(key, id);
      const normalizedUrl = url && normalizeUrl(url);
      return {
        ...{ id, title, publisher, author, url, normalizedUrl, type, primary },
        publishedOn: toDate(publishedOn),
        workspaceId,
        createdById: actor.userId,
      };
    });
    await insertRows(tx, "Source", rows);
    await recordAll(
      tx,
      actor,
      null,
      rows.map(({ id, title }): NewEvent => ({ type: "source.created", after: { title }, ids: { sourceId: id } })),
    );
  }
  return { idOf: (source) => known.get(sourceKey(source)) ?? missing(), added: fresh.length };
}

async function knownSources(tx: Tx, workspaceId: string, wanted: readonly ForeignSource[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  const select = { id: true, title: true, publisher: true, author: true, url: true, hiddenAt: true } as const;
  for (let from = 0; from < wanted.length; from += CHUNK) {
    const chunk = wanted.slice(from, from + CHUNK);
    const addresses = chunk.flatMap(({ url }) => (url === null ? [] : (normalizeUrl(url) ?? [])));
    const titles = chunk.flatMap(({ url, title }) => (url === null ? [title] : []));
    const found = await tx.source.findMany({
      where: { workspaceId, OR: [{ normalizedUrl: { in: addresses } }, { url: null, title: { in: titles } }] },
      select,
    });
    expectNoneHidden(found.filter((source) => chunk.some((each) => sourceKey(each) === sourceKey(source))));
    for (const { id, ...source } of found) known.set(sourceKey(source), id);
  }
  return known;
}

/** What two sources have in common when they are one. */
function sourceKey({ url, title, publisher, author }: Pick<ForeignSource, "url" | "title" | "publisher" | "author">): string {
  return (url && normalizeUrl(url)) ?? JSON.stringify([title, publisher, author]);
}

function missing(): never {
  throw new Error("A source was asked for that was not brought in.");
}
