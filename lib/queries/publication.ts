import { z } from "zod";
import { FileResult, query } from "@/lib/commands/command";
import { db, type Tx } from "@/lib/db/client";
import { documentInScope } from "@/lib/db/scopes";
import { CLAIM_STATES, type ClaimState } from "@/lib/domain/claim";
import { Id } from "@/lib/domain/fields";
import { TEXT_EXTENTS, type PageDefaults, type TextExtent, type Visibility } from "@/lib/domain/publication";
import type { Actor } from "@/lib/domain/role";
import type { PersonView } from "@/lib/domain/views";
import { cropReport } from "@/lib/exporters/crop-report";
import { previewPage } from "@/lib/exporters/public-article";
import { differences, needsReason, type Difference } from "@/lib/exporters/report-differences";
import type { ReportCorrection } from "@/lib/exporters/report-publication";
import { fingerprint } from "@/lib/exporters/stored-report";
import { authorize } from "@/lib/policies/authorize";
import { publicationPolicy } from "@/lib/policies/publication";
import { flagViews, type FlagView } from "./flags";
import { freeSlug } from "./free-slug";
import { latestPublication } from "./latest-publication";
import { pageUrl } from "./page-url";
import { correctionsOf, pageDefaults } from "./published-facts";
import { publishable, type Publishable } from "./publishable";

/** Where a document stands on its way to the public. */
export interface PublicationView {
  document: { id: string; title: string };
  /** Null before the first publication. */
  page: {
    id: string;
    createdById: string;
    slug: string;
    url: string;
    visibility: Visibility;
    extent: TextExtent;
    version: number;
    revoked: { by: PersonView; at: string } | null;
    /** By a moderator: nobody changes it, and nothing is published there. */
    locked: boolean;
    publications: { number: number; at: string; by: PersonView }[];
  } | null;
  /** The name that the page would get, and how it would begin. */
  suggestedSlug: string;
  defaults: PageDefaults;
  pageAddress: string;
  /** What stands in the way, as sentences. */
  missing: string[];
  /** Claims by state, those that are not there left out. */
  states: { state: ClaimState; count: number }[];
  /** How many claims the publication would show, and for how many it would be the first time. */
  shown: number;
  fresh: number;
  /** Since the last publication; null before the first. */
  differences: Difference[] | null;
  /** Something published would change: readers are told what and why. */
  needsReason: boolean;
  /** Names what would be published. */
  seen: string;
  /** With the number of the claim that each is about; null for the page as a whole, and for a claim that it shows no more. */
  corrections: (ReportCorrection & { claimNumber: number | null })[];
  /** What readers and the desk reported; none for those who may not see them. */
  flags: FlagView[];
  can: { publish: boolean; setPage: boolean; seeFlags: boolean };
}

/** Where the document stands, within a transaction; with what publishing it now would make where that is known. Throws `not_found`, `forbidden`. */
export async function publicationView(tx: Tx, actor: Actor, documentId: string, now: Date, known?: Publishable): Promise<PublicationView> {
  const document = await documentInScope(tx, actor, documentId);
  authorize(publicationPolicy, actor, "preview");
  const { report, fresh, missing } = known ?? (await publishable(tx, actor, documentId, now));
  const latest = await latestPublication(tx, documentId);
  const found = latest ? differences(latest.report, report) : null;
  const page = await tx.publicPage.findUnique({ where: { documentId }, select: pageSelect });
  const counts = await tx.claim.groupBy({ by: ["state"], where: { documentId, deletedAt: null }, _count: true });
  const numbers = new Map<string | null, number>(report.claims.map(({ id, deskNumber }) => [id, deskNumber]));
  const suggestedSlug = page?.slug ?? (await freeSlug(tx, document.title));
  const open = !page?.lockedAt;
  const seesFlags = publicationPolicy.seeFlags(actor);
  return {
    document: { id: document.id, title: document.title },
    page: page && {
      ...{ id: page.id, createdById: page.createdById },
      slug: page.slug,
      url: pageUrl(page.slug),
      visibility: page.visibility,
      extent: page.extent,
      version: page.version,
      revoked: page.revokedBy && page.revokedAt && { by: page.revokedBy, at: page.revokedAt.toISOString() },
      locked: page.lockedAt !== null,
      publications: page.publications.map(({ number, publishedAt, publishedBy }) => ({ number, at: publishedAt.toISOString(), by: publishedBy })),
    },
    suggestedSlug,
    defaults: await pageDefaults(tx, actor),
    pageAddress: pageUrl(""),
    missing,
    states: CLAIM_STATES.flatMap((state) => {
      const count = counts.find((each) => each.state === state)?._count ?? 0;
      return count > 0 ? [{ state, count }] : [];
    }),
    shown: report.claims.length,
    fresh: fresh.length,
    differences: found,
    needsReason: found?.some(needsReason) ?? false,
    seen: fingerprint(report),
    corrections: (await correctionsOf(tx, documentId)).map((each) => ({ ...each, claimNumber: numbers.get(each.claimId) ?? null })),
    flags: seesFlags ? await flagViews(tx, documentId) : [],
    can: { publish: open && publicationPolicy.publish(actor), setPage: open && publicationPolicy.setPage(actor), seeFlags: seesFlags },
  };
}

const person = { select: { id: true, name: true } } as const;

const pageSelect = {
  ...{ id: true, createdById: true },
  slug: true,
  visibility: true,
  extent: true,
  version: true,
  revokedAt: true,
  lockedAt: true,
  revokedBy: person,
  publications: { select: { number: true, publishedAt: true, publishedBy: person }, orderBy: { number: "desc" as const } },
} as const;

export const GetPublication = z.object({ documentId: Id });

/** Where a document stands on its way to the public. */
export const getPublication = query(GetPublication, { summary: "Read what publishing a document would do, and what is published." }, async (actor, input) =>
  publicationView(await db(), actor, input.documentId, new Date()),
);

/** The annotated text as readers would see it if it was published now; with as much of it as the page shows. */
export const previewPublication = query(
  GetPublication.extend({ extent: z.enum(TEXT_EXTENTS).optional() }),
  { summary: "Look at a document as its readers would see it.", makesFile: true },
  async (actor, { documentId, extent }) => {
    const prisma = await db();
    await documentInScope(prisma, actor, documentId);
    authorize(publicationPolicy, actor, "preview");
    const { report } = await publishable(prisma, actor, documentId, new Date());
    const page = await prisma.publicPage.findUnique({ where: { documentId }, select: { extent: true } });
    const shown = extent ?? page?.extent ?? (await pageDefaults(prisma, actor)).extent;
    const { html, policy } = previewPage(cropReport({ ...report, publication: null }, shown));
    return new FileResult({ type: "text/html; charset=utf-8", filename: "preview.html", body: html, policy: `${policy}; frame-ancestors 'none'` });
  },
);
