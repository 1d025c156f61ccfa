import { z } from "zod";
import { CLAIM_STATES } from "@/lib/domain/claim";
import { MEDIA_AUTHENTICITY, MEDIA_KINDS } from "@/lib/domain/media";
import { SOURCE_TYPES, STANCES } from "@/lib/domain/evidence";
import { prose } from "@/lib/domain/fields";
import { BLOCK_TYPES, MAX_TEXT_BYTES } from "@/lib/domain/text";
import { httpUrl, safeHref } from "@/lib/domain/url";

/* The reports of publications, as far as pages are made of them. What later versions add is let through, as text. */

const Words = prose(100_000);
const Address = z
  .string()
  .refine((value) => httpUrl(value) !== null, "Not an address.")
  .nullable();
const Offset = z.int().min(0).max(MAX_TEXT_BYTES);
const Span = z.looseObject({ start: Offset, end: Offset });

const Evidence = z.looseObject({
  id: Words,
  stance: z.enum(STANCES),
  ...{
    quote: Words,
    locator: Words,
    note: Words,
    accessedOn: Words.nullable(),
    archivedOn: Words.nullable(),
    archiveUrl: Address,
    confidential: z.literal(false),
  },
  source: z.looseObject({
    ...{
      id: Words,
      title: Words,
      publisher: Words,
      author: Words,
      publishedOn: Words.nullable(),
      url: Address,
      type: z.enum(SOURCE_TYPES),
      primary: z.boolean(),
    },
  }),
});

const Claim = z.looseObject({
  id: Words,
  number: z.int().min(1),
  deskNumber: z.int().min(1),
  ...{ statement: Words, shortForm: Words, speaker: Words, saidOn: Words.nullable(), tags: z.array(Words), tone: Words },
  state: z.enum(CLAIM_STATES),
  verdict: z.looseObject({ labelId: Words, name: Words, rating: z.number().nullable() }).nullable(),
  ruling: z.looseObject({ summary: Words, justification: Words, updatedAt: z.iso.datetime() }).nullable(),
  media: z
    .looseObject({ kind: z.enum(MEDIA_KINDS), url: Address, authenticity: z.enum(MEDIA_AUTHENTICITY).nullable(), context: Words, originalUrl: Address })
    .nullish(),
  fragments: z.array(Span.extend({ exact: z.string() })),
  lost: z.array(z.looseObject({ exact: z.string() })),
  evidence: z.array(Evidence),
  withheld: z.int().min(0),
  /** Readers never saw anything of the desk. */
  desk: z.null(),
});

const StoredReport = z.looseObject({
  audience: z.literal("reader"),
  workspace: Words,
  baseUrl: Words,
  exportedAt: z.iso.datetime(),
  publication: z.looseObject({
    ...{
      url: Words,
      version: z.int().min(1),
      firstPublishedAt: z.iso.datetime(),
      publishedAt: z.iso.datetime(),
      claims: z.record(z.string(), z.iso.datetime()),
    },
  }),
  corrections: z.array(
    z.looseObject({ id: Words, claimId: Words.nullable(), what: Words, why: Words, by: Words, at: z.iso.datetime(), version: z.int().min(1) }),
  ),
  document: z.looseObject({ id: Words, title: Words, language: z.string().regex(/^[\w-]*$/), url: Address }),
  revision: z.looseObject({
    text: z.string().max(MAX_TEXT_BYTES),
    blocks: z.array(Span.extend({ type: z.enum(BLOCK_TYPES), marks: z.array(Span) })),
  }),
  scale: z.looseObject({ labels: z.array(z.looseObject({ id: Words, name: Words, definition: Words, tone: Words })) }),
  claims: z.array(Claim),
});

/** Why no page can be made of what calls itself a published report, as one sentence; null when one can. */
export function reportFault(report: unknown): string | null {
  const parsed = StoredReport.safeParse(report);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `it is not a published report (${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""})`;
  }
  const { revision, claims } = parsed.data;
  const inside = ({ start, end }: z.output<typeof Span>) => start <= end && end <= revision.text.length;
  const spans = [...revision.blocks, ...revision.blocks.flatMap(({ marks }) => marks), ...claims.flatMap(({ fragments }) => fragments)];
  if (!spans.every(inside)) return "it marks words outside of its text.";
  return linksElsewhere(report) ? "it links to a place that no page may link to." : null;
}

const LINKS = new Set(["href", "url", "archiveUrl", "homepage"]);

/** True for an address that is neither http(s) nor mailto, wherever it stands. */
function linksElsewhere(report: unknown): boolean {
  let found = false;
  JSON.stringify(report, (key, value: unknown) => {
    if (LINKS.has(key) && typeof value === "string" && safeHref(value) === null) found = true;
    return value;
  });
  return found;
}
