import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { withoutReports, type DocumentRecords } from "@/lib/domain/document-records";
import type { Actor } from "@/lib/domain/role";
import { normalizeUrl } from "@/lib/domain/url";
import { expectNoneHidden } from "./source";

/** The addresses of people who are named in a bundle and have no account: no letter can reach them, and nobody signs in with one. */
export const UNKNOWN_DOMAIN = "@bundle.invalid";

/** How the records of a bundle find their place in a workspace. */
export interface BundlePlan {
  /** The id here of whatever has another id there; all others keep theirs. */
  ids: ReadonlyMap<string, string>;
  keepsIds: boolean;
  /** Those who are no members and have no record from an earlier bundle yet. */
  strangers: DocumentRecords["people"];
  members: ReadonlySet<string>;
  newSources: DocumentRecords["sources"];
  /** Null when the workspace has the scale. */
  newScale: DocumentRecords["scale"] | null;
  /** The id of the workspace's own scale that says the same and was never used: it takes the ids of the bundle's, by which files name it. Null else. */
  unusedScale: string | null;
}

/** Looks up what the workspace has already. Members, sources by their address and scales by their labels are taken; ids are kept where they are free. */
export async function planBundle(tx: Tx, actor: Actor, records: DocumentRecords): Promise<BundlePlan> {
  const ids = new Map<string, string>();
  const own = ownIds(records);
  const keepsIds = !(await isTaken(tx, own));
  if (!keepsIds) {
    // In the order of the old ones, which decides where moments are the same.
    const old = own.sort();
    const made = old.map(() => randomUUID()).sort();
    old.forEach((id, index) => ids.set(id, made[index] ?? randomUUID()));
  }
  const { members, strangers } = await planPeople(tx, actor, records, ids);
  const newSources = await planSources(tx, actor, records, ids);
  const scale = await planScale(tx, actor, records, ids);
  return { ids, keepsIds, strangers, members, newSources, ...scale };
}

/** The ids of what belongs to the document alone. */
function ownIds(records: DocumentRecords): string[] {
  const { document, revisions, claims, threads, page, corrections } = withoutReports(records);
  const ids: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("id" in value && typeof value.id === "string") ids.push(value.id);
    for (const each of Object.values(value)) collect(each);
  };
  collect([document, revisions, claims, threads, page, corrections]);
  return ids;
}

/** The tables of what belongs to a document alone. */
const OWN: readonly Prisma.ModelName[] = [
  ...(["Document", "Revision", "Claim", "Anchor", "Evidence", "Question", "Snapshot", "ClaimantContact"] as const),
  ...(["Assessment", "AssessmentVersion", "Adjudication", "Ruling", "Thread", "Comment", "PublicPage", "Publication", "Correction"] as const),
];

/** Ids a question. */
const SLICE = 1000;

/** Whether anything here has one of the ids. One question a slice: seventeen, with each id as a parameter of its own, took most of the time of planning. */
async function isTaken(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const holders = OWN.map((table) => Prisma.sql`SELECT 1 FROM ${Prisma.raw(JSON.stringify(table))} JOIN "own" USING ("id")`);
  for (let from = 0; from < ids.length; from += SLICE) {
    const own = ids.slice(from, from + SLICE);
    const found = await tx.$queryRaw<unknown[]>`
      WITH "own" AS (SELECT unnest(${own}::text[]) AS "id") ${Prisma.join(holders, " UNION ALL ")} LIMIT 1`;
    if (found.length > 0) return true;
  }
  return false;
}

async function planPeople(tx: Tx, actor: Actor, { people }: DocumentRecords, ids: Map<string, string>) {
  const here = await tx.user.findMany({
    where: { id: { in: people.map(({ id }) => id) } },
    select: { id: true, email: true, memberships: { where: { workspaceId: actor.workspaceId }, select: { id: true } } },
  });
  const members = new Set(here.filter(({ memberships }) => memberships.length > 0).map(({ id }) => id));
  const strangers: DocumentRecords["people"] = [];
  for (const person of people) {
    if (members.has(person.id)) continue;
    const found = here.find(({ id }) => id === person.id);
    if (found?.email.endsWith(UNKNOWN_DOMAIN)) continue;
    // Somebody else's account is never taken for the person.
    if (found) ids.set(person.id, randomUUID());
    strangers.push(person);
  }
  return { members, strangers };
}

async function planSources(tx: Tx, actor: Actor, { sources }: DocumentRecords, ids: Map<string, string>) {
  const addressOf = (url: string | null) => (url === null ? null : normalizeUrl(url));
  const addresses = sources.flatMap(({ url }) => addressOf(url) ?? []);
  const here = await tx.source.findMany({
    where: { OR: [{ id: { in: sources.map(({ id }) => id) } }, { workspaceId: actor.workspaceId, normalizedUrl: { in: addresses } }] },
    select: { id: true, workspaceId: true, normalizedUrl: true, title: true, hiddenAt: true },
  });
  const inLibrary = here.filter(({ workspaceId }) => workspaceId === actor.workspaceId);
  expectNoneHidden(inLibrary);
  const made = new Map<string, string>();
  return sources.filter((source) => {
    const address = addressOf(source.url);
    const same = inLibrary.find(({ id, normalizedUrl, title }) => (address === null ? id === source.id && title === source.title : normalizedUrl === address));
    const known = same?.id ?? (address === null ? undefined : made.get(address));
    if (known !== undefined) {
      if (known !== source.id) ids.set(source.id, known);
      return false;
    }
    const id = here.some((each) => each.id === source.id) ? randomUUID() : source.id;
    if (id !== source.id) ids.set(source.id, id);
    if (address !== null) made.set(address, id);
    return true;
  });
}

async function planScale(tx: Tx, actor: Actor, { scale }: DocumentRecords, ids: Map<string, string>): Promise<Pick<BundlePlan, "newScale" | "unusedScale">> {
  const candidates = await tx.scale.findMany({
    where: { workspaceId: actor.workspaceId, name: scale.name, version: scale.version },
    select: { id: true, labels: { select: { id: true, name: true, rating: true, definition: true, boundaryRule: true }, orderBy: { position: "asc" } } },
  });
  const said = (labels: readonly { name: string; rating: number | null; definition: string; boundaryRule: string }[]) =>
    JSON.stringify(labels.map(({ name, rating, definition, boundaryRule }) => [name, rating, definition, boundaryRule]));
  const labels = [...scale.labels].sort((a, b) => a.position - b.position);
  const same = candidates.find((candidate) => said(candidate.labels) === said(labels));
  const taken = await tx.scale.count({ where: { id: scale.id } });
  const takenLabels = await tx.scaleLabel.count({ where: { id: { in: labels.map(({ id }) => id) } } });
  const free = taken + takenLabels === 0;
  if (!same) {
    if (!free) for (const id of [scale.id, ...labels.map((label) => label.id)]) ids.set(id, randomUUID());
    return { newScale: scale, unusedScale: null };
  }
  if (free && (await tx.document.count({ where: { scaleId: same.id } })) === 0) return { newScale: null, unusedScale: same.id };
  ids.set(scale.id, same.id);
  labels.forEach((label, index) => ids.set(label.id, same.labels[index]?.id ?? label.id));
  return { newScale: null, unusedScale: null };
}
