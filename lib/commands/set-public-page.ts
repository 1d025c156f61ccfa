import { z } from "zod";
import { lockedDocument } from "@/lib/db/scopes";
import { AppError } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/fields";
import { TEXT_EXTENTS, VISIBILITIES } from "@/lib/domain/publication";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { publicationPolicy } from "@/lib/policies/publication";
import { publicationView } from "@/lib/queries/publication";
import { command } from "./command";
import { expectWritten } from "./versioned";

export const SetPublicPage = z.object({
  documentId: Id,
  version: Version,
  visibility: z.enum(VISIBILITIES).optional(),
  extent: z.enum(TEXT_EXTENTS).optional(),
  /** True takes the page back, with all its publications; false opens it again. */
  revoked: z.boolean().optional(),
});

/** Changes who finds the published page and how much of the text it shows, takes it back, or opens it again; at once, for every publication of it. */
export const setPublicPage = command(SetPublicPage, { summary: "Set who finds a published page, or take it back." }, async ({ actor, tx, now }, input) => {
  const document = await lockedDocument(tx, actor, input.documentId);
  authorize(publicationPolicy, actor, "setPage");
  const page = await tx.publicPage.findUnique({ where: { documentId: document.id } });
  if (!page) throw new AppError("not_found", "This document was never published.");
  const { visibility, extent, revoked } = input;
  if (revoked === false && page.hiddenAt) throw new AppError("closed", "A moderator has hidden this page, and can show it again in the moderation queue.");
  const revocation =
    revoked === undefined || revoked === (page.revokedAt !== null)
      ? {}
      : revoked
        ? { revokedAt: now, revokedById: actor.userId }
        : { revokedAt: null, revokedById: null };
  const written = await tx.publicPage.updateMany({
    where: { id: page.id, version: input.version },
    data: { ...(visibility ? { visibility } : {}), ...(extent ? { extent } : {}), ...revocation, version: { increment: 1 } },
  });
  await expectWritten(written, "page", () => publicationView(tx, actor, document.id, now));
  const changed = changedFields({ ...page, revoked: page.revokedAt !== null }, { visibility, extent, revoked });
  if (changed) await record(tx, actor, { type: "page.set", documentId: document.id, ...changed });
  return publicationView(tx, actor, document.id, now);
});
