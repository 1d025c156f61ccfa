import { z } from "zod";
import { lockedDocument } from "@/lib/db/scopes";
import type { Tx } from "@/lib/db/client";
import { AppError, invalidField } from "@/lib/domain/errors";
import { Id, prose, requiredLine } from "@/lib/domain/fields";
import { isSlug, SLUG_MAX, TEXT_EXTENTS, VISIBILITIES } from "@/lib/domain/publication";
import type { Actor } from "@/lib/domain/role";
import { record, recordAll, type NewEvent } from "@/lib/events/record";
import type { Report } from "@/lib/exporters/report";
import { differences, needsReason } from "@/lib/exporters/report-differences";
import { safeCorrections } from "@/lib/exporters/report-publication";
import { fingerprint } from "@/lib/exporters/stored-report";
import { authorize } from "@/lib/policies/authorize";
import { publicationPolicy } from "@/lib/policies/publication";
import { freeSlug } from "@/lib/queries/free-slug";
import { latestPublication } from "@/lib/queries/latest-publication";
import { pageDefaults } from "@/lib/queries/published-facts";
import { publicationView } from "@/lib/queries/publication";
import { publishable } from "@/lib/queries/publishable";
import { command } from "./command";
import { screenWords } from "./screen";
import { writePublication, type Change } from "./write-publication";

/** The longest sentence of what was changed, and the longest reason, in UTF-16 units. */
const WHAT_MAX = 500;
const WHY_MAX = 2000;

/** What readers are told of a change. */
export const ReasonFields = {
  what: requiredLine(WHAT_MAX),
  why: prose(WHY_MAX).refine((value) => value.trim() !== "", "Say why."),
};

export const Slug = z
  .string()
  .trim()
  .max(SLUG_MAX, `At most ${SLUG_MAX} characters.`)
  .refine(isSlug, "Use small letters a to z, digits and single hyphens; some words, such as “corrections”, are taken.");

export const PublishDocument = z.object({
  documentId: Id,
  /** The fingerprint of the preview: what was looked at is what is published. */
  seen: z.string().max(64),
  /** Of the page's address; counts for the first publication only. */
  slug: Slug.optional(),
  visibility: z.enum(VISIBILITIES).optional(),
  extent: z.enum(TEXT_EXTENTS).optional(),
  /** Needed when something that is published changes. */
  change: z.object({ kind: z.enum(["refile", "update", "correction"]), ...ReasonFields }).optional(),
});

/** Publishes the document as it is now: an immutable state of its page. Approved claims become published, and change by corrections only from then on. */
export const publishDocument = command(
  PublishDocument,
  { summary: "Publish a document with its approved claims.", status: 201, contributes: true },
  async ({ actor, tx, now }, input) => {
    const document = await lockedDocument(tx, actor, input.documentId);
    authorize(publicationPolicy, actor, "publish");
    if (input.change) await screenWords(tx, actor, { "change.what": input.change.what, "change.why": input.change.why });
    const { report, fresh, missing } = await publishable(tx, actor, document.id, now);
    if (missing.length > 0) throw new AppError("gate_not_met", `Not ready to be published. Missing: ${missing.join("; ")}.`, { missing });
    if (fingerprint(report) !== input.seen)
      throw new AppError("conflict", "Something changed since you looked at the preview. Look again before you publish.", {
        current: await publicationView(tx, actor, document.id, now),
      });
    const latest = await latestPublication(tx, document.id);
    const changes = latest ? changesBetween(latest.report, report, input.change) : [];
    const changed = new Set(changes.map(({ claimId }) => claimId));
    const added = fresh.map(({ id }) => id);
    const corrected = new Set(report.claims.filter(({ id, state }) => state === "published" && changed.has(id)).map(({ id }) => id));
    const page = await pageFor(tx, actor, document, input);
    const { id: publicationId, report: published } = await writePublication(
      tx,
      actor,
      { ...page, documentId: document.id },
      { number: (latest?.number ?? 0) + 1, before: latest?.report.publication ?? null, fresh: added, changes },
      now,
      ({ publication, corrections }) => ({
        ...report,
        publication,
        corrections: safeCorrections([...corrections, ...report.corrections]),
        claims: report.claims.map((claim) => (corrected.has(claim.id) ? { ...claim, state: "corrected" } : claim)),
      }),
    );
    await moveOn(tx, [...corrected], "corrected", now);
    await moveOn(tx, added, "published", now);
    await recordAll(tx, actor, document.id, [
      ...changes.flatMap((change) => correctedEvent(change, corrected)),
      ...added.map((claimId) => ({ type: "claim.published" as const, claimId, before: { state: "approved" }, after: { state: "published" } })),
    ]);
    await tx.document.update({ where: { id: document.id }, data: { state: "published", version: { increment: 1 }, updatedAt: now }, select: { id: true } });
    await record(tx, actor, {
      type: "document.published",
      documentId: document.id,
      before: { state: document.state },
      after: { state: "published" },
      ids: { publicationId },
    });
    // What was published is what would be published now: thousands of claims need not be read once more.
    return publicationView(tx, actor, document.id, now, { report: published, fresh: [], missing: [] });
  },
);

/**
 * What is said of each thing that readers are told of, in the same words: first of the page, then of each claim that stays on it and reads otherwise now.
 * Throws `invalid`.
 */
function changesBetween(before: Report, after: Report, given: z.output<typeof PublishDocument>["change"]): Change[] {
  const found = differences(before, after);
  if (found.length === 0) throw new AppError("invalid", "Nothing has changed since the last publication.");
  const told = found.filter(needsReason);
  if (told.length === 0) return [];
  if (!given) throw invalidField("change", "Something that is published changes: say what, and why.");
  const claimIds = told.flatMap((each) => (each.kind === "claim_changed" ? [each.claimId] : []));
  const subjects = claimIds.length < told.length ? [null, ...claimIds] : claimIds;
  return subjects.map((claimId) => ({ claimId, verdict: null, ...given }));
}

/** For the history of the claim; the page as a whole has none of its own. */
function correctedEvent({ claimId, kind, what, why }: Change, corrected: ReadonlySet<string>): NewEvent[] {
  if (claimId === null) return [];
  const moved = corrected.has(claimId);
  const before = { ...(moved ? { state: "published" } : {}), correction: null, why: null };
  const after = { ...(moved ? { state: "corrected" } : {}), correction: `${kind}: ${what}`, why };
  return [{ type: "claim.corrected", claimId, before, after }];
}

/** Claims a statement. */
const SLICE = 500;

async function moveOn(tx: Tx, ids: string[], state: "published" | "corrected", now: Date): Promise<void> {
  for (let from = 0; from < ids.length; from += SLICE)
    await tx.claim.updateMany({ where: { id: { in: ids.slice(from, from + SLICE) } }, data: { state, version: { increment: 1 }, updatedAt: now } });
}

/** The document's page, made for its first publication and opened again when it was taken back. */
async function pageFor(
  tx: Tx,
  actor: Actor,
  document: { id: string; title: string },
  { slug, visibility, extent }: Pick<z.output<typeof PublishDocument>, "slug" | "visibility" | "extent">,
): Promise<{ id: string; slug: string }> {
  const wishes = { ...(visibility ? { visibility } : {}), ...(extent ? { extent } : {}) };
  const page = await tx.publicPage.findUnique({ where: { documentId: document.id }, select: { id: true, slug: true, revokedAt: true } });
  if (page) {
    if (page.revokedAt) throw new AppError("closed", "The page was taken back. Open it again before you publish.");
    if (Object.keys(wishes).length > 0)
      await tx.publicPage.update({ where: { id: page.id }, data: { ...wishes, version: { increment: 1 } }, select: { id: true } });
    return page;
  }
  const wanted = slug ?? (await freeSlug(tx, document.title));
  if ((await tx.publicPage.count({ where: { slug: wanted } })) > 0) throw invalidField("slug", "Another page has this address already. Choose another.");
  return tx.publicPage.create({
    data: { workspaceId: actor.workspaceId, documentId: document.id, slug: wanted, createdById: actor.userId, ...(await pageDefaults(tx, actor)), ...wishes },
    select: { id: true, slug: true },
  });
}
