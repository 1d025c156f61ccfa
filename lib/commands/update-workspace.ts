import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { defined } from "@/lib/domain/defined";
import { invalidField } from "@/lib/domain/errors";
import { HttpUrl, requiredLine, Version } from "@/lib/domain/fields";
import { MIN_SOURCES_MAX } from "@/lib/domain/gate";
import { TEXT_EXTENTS, VISIBILITIES } from "@/lib/domain/publication";
import { RETENTION } from "@/lib/domain/retention";
import type { Actor } from "@/lib/domain/role";
import { changedFields, record } from "@/lib/events/record";
import { authorize } from "@/lib/policies/authorize";
import { workspacePolicy } from "@/lib/policies/workspace";
import { workspaceSettings } from "@/lib/queries/workspace-settings";
import { command } from "./command";
import { ReviewFields } from "./review-fields";
import { expectWritten } from "./versioned";

/** What a claim needs before approval. */
const GateFields = {
  minSources: z.int().min(1, "At least one source.").max(MIN_SOURCES_MAX, `At most ${MIN_SOURCES_MAX}.`).optional(),
  primarySource: z.boolean().optional(),
  claimantContacted: z.boolean().optional(),
  archived: z.boolean().optional(),
  quotesVerified: z.boolean().optional(),
  secondSignature: z.boolean().optional(),
  noBlockingThreads: z.boolean().optional(),
};

/** The largest picture of a publisher, as a data: address, in characters: about 100 kB. */
const LOGO_MAX = 140_000;

const address = HttpUrl.nullable().optional();

/** What published pages say of who publishes them. */
const PublisherFields = {
  homepage: address,
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "Write the colour as # and six digits, like #2b4c7e.")
    .nullable()
    .optional(),
  logo: z
    .string()
    .max(LOGO_MAX, "The picture is too large: at most 100 kB.")
    .regex(/^data:image\/(?:png|jpeg|webp);base64,[a-z0-9+/]+=*$/i, "Choose a PNG, JPEG or WebP picture.")
    .nullable()
    .optional(),
  correctionsPolicy: address,
  verificationPolicy: address,
  publishingPrinciples: address,
  fundingInfo: address,
};

/** What new published pages begin with. */
const PageFields = { visibility: z.enum(VISIBILITIES).optional(), extent: z.enum(TEXT_EXTENTS).optional() };

const days = ({ least, most }: { least: number; most: number }) =>
  z
    .int()
    .min(least, `At least ${String(least)} days, so that nobody loses what they can still miss.`)
    .max(most, `At most ${String(most)} days.`)
    .optional();

export const UpdateWorkspace = z.object({
  version: Version,
  name: requiredLine(100).optional(),
  secondFactorRequired: z.boolean().optional(),
  trashDays: days(RETENTION.trashDays),
  toldDays: days(RETENTION.toldDays),
  ...ReviewFields,
  ...GateFields,
  ...PublisherFields,
  ...PageFields,
});

/** Changes what holds for the whole workspace; only the fields given. Documents and published pages that exist keep their own ways. */
export const updateWorkspace = command(UpdateWorkspace, { summary: "Change the workspace's settings." }, async ({ actor, tx }, input) => {
  authorize(workspacePolicy, actor, "settings");
  const { version, ...changes } = input;
  if (input.secondFactorRequired && !(await hasSecondFactor(tx, actor)))
    throw invalidField("secondFactorRequired", "Set up a second factor of your own first, in your profile: you would be led to it at once.");
  const before = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  const written = await tx.workspace.updateMany({ where: { id: actor.workspaceId, version }, data: { ...defined(changes), version: { increment: 1 } } });
  await expectWritten(written, "workspace", () => workspaceSettings(tx, actor));
  // The log keeps that the picture is another, not the picture.
  const changed = changedFields({ ...before, logo: pictureName(before.logo) }, { ...changes, logo: pictureName(changes.logo) });
  if (changed) await record(tx, actor, { type: "workspace.updated", ...changed });
  return workspaceSettings(tx, actor);
});

async function hasSecondFactor(tx: Tx, { userId }: Actor): Promise<boolean> {
  return (await tx.secondFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}

function pictureName(logo: string | null | undefined): string | null | undefined {
  return logo ? `picture of ${logo.length} characters` : logo;
}
