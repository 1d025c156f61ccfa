import { beforeAll, describe, expect, it } from "vitest";
import { setFragments } from "@/lib/commands/set-fragments";
import { settleAnchor } from "@/lib/commands/settle-anchor";
import { unsettleAnchor } from "@/lib/commands/unsettle-anchor";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import type { Actor } from "@/lib/domain/role";
import { getClaim } from "@/lib/queries/claim";
import { correctDocument, createClaim, createDocument, createMember, run } from "@/prisma/factories";

let prisma: PrismaClient;
let editor: Actor;

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  editor = await createMember(prisma, { role: "editor" });
});

/** A claim of two quotes, the first of which a correction took out of the text. */
async function orphaned() {
  const document = await createDocument(prisma, { actor: editor });
  const claim = await createClaim(prisma, { actor: editor, document, quote: "Nobody had counted." });
  const other = document.text.slice(0, 10);
  const fragments = [{ exact: "Nobody had counted." }, { start: 0, end: 10, exact: other }];
  await run(prisma, editor, setFragments, { claimId: claim.id, version: claim.version, revisionId: document.revisionId, fragments });
  const corrected = await correctDocument(prisma, { actor: editor, document, edit: (text) => text.replace("Nobody had counted.", "") });
  const now = await getClaim.run(editor, { claimId: claim.id });
  const doubt = now.anchors.find((anchor) => anchor.status === "orphaned");
  if (!doubt) throw new Error("The correction left no orphan.");
  return { corrected, claim: now, doubt };
}

const settle = (of: Awaited<ReturnType<typeof orphaned>>, at: { start: number; end: number } | null) =>
  run(prisma, editor, settleAnchor, { claimId: of.claim.id, anchorId: of.doubt.id, version: of.claim.version, revisionId: of.corrected.revisionId, at });
const unsettle = (of: Awaited<ReturnType<typeof orphaned>>, version: number) =>
  run(prisma, editor, unsettleAnchor, { claimId: of.claim.id, anchorId: of.doubt.id, version });

describe("taking back how a quote was settled", () => {
  it("brings the doubt back as it was, after it was dropped", async () => {
    const before = await orphaned();
    const settled = await settle(before, null);
    expect(settled.anchors).toHaveLength(1);
    const { anchors } = await unsettle(before, settled.version);
    expect(anchors).toEqual(before.claim.anchors);
  });

  it("takes away the place it was put at, and parts what had become one", async () => {
    const before = await orphaned();
    const settled = await settle(before, { start: 4, end: 20 });
    expect(settled.anchors).toMatchObject([{ start: 0, end: 20 }]);
    const { anchors } = await unsettle(before, settled.version);
    expect(anchors).toEqual(before.claim.anchors);
  });

  it("is refused when the text or the quotes changed since, and when nothing was settled", async () => {
    const before = await orphaned();
    await expect(unsettle(before, before.claim.version)).rejects.toMatchObject({ code: "not_found" });
    const settled = await settle(before, { start: 30, end: 40 });
    const { corrected } = before;
    const moved = await run(prisma, editor, setFragments, {
      claimId: settled.id,
      version: settled.version,
      revisionId: corrected.revisionId,
      fragments: [{ start: 50, end: 60 }],
    });
    await expect(unsettle(before, moved.version)).rejects.toMatchObject({ code: "conflict" });

    const again = await orphaned();
    const done = await settle(again, null);
    await correctDocument(prisma, { actor: editor, document: again.corrected, edit: (text) => `${text} And more.` });
    await expect(unsettle(again, done.version)).rejects.toMatchObject({ code: "conflict" });
    const twice = await orphaned();
    const dropped = await settle(twice, null);
    const back = await unsettle(twice, dropped.version);
    await expect(unsettle(twice, back.version)).rejects.toMatchObject({ code: "conflict" });
  });
});
