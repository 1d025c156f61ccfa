import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { DocumentStore } from "@/components/workbench/document-store";
import { actorsOfSessions } from "@/lib/auth/actor";
import { assessClaim } from "@/lib/commands/assess-claim";
import { assignClaim } from "@/lib/commands/assign-claims";
import { createClaim as markClaim } from "@/lib/commands/create-claim";
import { addEvidence, restoreEvidence, trashEvidence } from "@/lib/commands/evidence";
import { moveClaim } from "@/lib/commands/move-claim";
import { ruleClaim } from "@/lib/commands/rule-claim";
import { setFragments } from "@/lib/commands/set-fragments";
import { giveBackClaim, takeClaim } from "@/lib/commands/take-claim";
import { restoreClaim, trashClaim } from "@/lib/commands/trash-claim";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { adoptDatabase } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { freshDatabase } from "@/lib/db/testing";
import { AppError } from "@/lib/domain/errors";
import { ROLES, type Actor } from "@/lib/domain/role";
import { lastSeq } from "@/lib/events/log";
import { readerOf } from "@/lib/db/test/stream-reader";
import { correctDocument, createDocument, createMember, evidenceInput, rulingInput, run, type MadeDocument } from "@/prisma/factories";
import { claimView } from "./claim";
import { workbenchView } from "./document";
import { followDocument } from "./follow";

let prisma: PrismaClient;
let people: Actor[];

beforeAll(async () => {
  const database = await freshDatabase();
  adoptDatabase(database);
  ({ prisma } = database);
  const admin = await createMember(prisma, { role: "admin" });
  people = [
    admin,
    ...(await Promise.all(
      (["editor", "reviewer", "reviewer", "reader"] as const).map((role) => createMember(prisma, { role, workspaceId: admin.workspaceId })),
    )),
  ];
});

interface Step {
  action: (typeof ACTIONS)[number];
  /** Choose among what there is: a person, a claim, a word. */
  who: number;
  which: number;
  what: number;
}

const ACTIONS = [
  "mark",
  "mark",
  "mark",
  "rename",
  "place",
  "prove",
  "prove",
  "disprove",
  "reprove",
  "assess",
  "rule",
  "move",
  "trash",
  "restore",
  "title",
  "correct",
  "assign",
  "assign",
  "release",
  "take",
  "giveBack",
] as const;

/** Does it, as far as it can be done; what the rules refuse is refused here too. */
async function take(document: MadeDocument, { action, who, which, what }: Step): Promise<void> {
  const actor = chosen(people, who);
  const trashed = action === "restore" ? { not: null } : null;
  const claims = await prisma.claim.findMany({ where: { documentId: document.id, deletedAt: trashed }, orderBy: { number: "asc" } });
  const current = await prisma.revision.findFirstOrThrow({ where: { documentId: document.id }, orderBy: { number: "desc" } });
  const start = (what * 7) % (current.text.length - 12);
  const fragments = [{ start, end: start + 9 }];
  if (action === "mark") return void (await run(prisma, actor, markClaim, { documentId: document.id, revisionId: current.id, fragments }));
  if (action === "correct") return void (await correctDocument(prisma, { actor, document, edit: (text) => `${text} Line ${String(what)}.` }));
  if (action === "title") {
    const { version } = await prisma.document.findUniqueOrThrow({ where: { id: document.id } });
    return void (await run(prisma, actor, updateDocument, { documentId: document.id, version, title: `Title ${String(what)}` }));
  }
  if (claims.length === 0) return;
  const { id: claimId, version } = chosen(claims, which);
  if (action === "restore") return void (await run(prisma, actor, restoreClaim, { claimId }));
  if (action === "trash") return void (await run(prisma, actor, trashClaim, { claimId }));
  if (action === "assign" || action === "release") {
    const { userId } = chosen(people, what % 4);
    return void (await run(prisma, actor, assignClaim, { claimId, ...(action === "assign" ? { assign: [userId] } : { release: [userId] }) }));
  }
  if (action === "take") return void (await run(prisma, actor, takeClaim, { claimId }));
  if (action === "giveBack") return void (await run(prisma, actor, giveBackClaim, { claimId }));
  if (action === "rename")
    return void (await run(prisma, actor, updateClaim, { claimId, version, statement: `Statement ${String(what)}`, tags: [`tag ${String(what % 3)}`] }));
  if (action === "place") return void (await run(prisma, actor, setFragments, { claimId, version, revisionId: current.id, fragments }));
  if (action === "prove") return void (await run(prisma, actor, addEvidence, evidenceInput(claimId)));
  if (action === "disprove" || action === "reprove") {
    const evidence = await prisma.evidence.findFirst({ where: { claimId, deletedAt: action === "disprove" ? null : { not: null } } });
    if (evidence) await run(prisma, actor, action === "disprove" ? trashEvidence : restoreEvidence, { evidenceId: evidence.id });
    return;
  }
  const claim = await claimView(prisma, actor, claimId);
  const ruling = await rulingInput(prisma, claim);
  if (action === "rule") return void (await run(prisma, actor, ruleClaim, ruling));
  const to = chosen(claim.can.moveTo, what);
  if (action === "move")
    return void (await run(prisma, actor, moveClaim, { claimId, version, to, ...(to === "skipped" ? { skipReason: "opinion" as const } : {}) }));
  const mine = claim.assessments.find((each) => each.mine);
  await run(prisma, actor, assessClaim, { claimId, version: mine?.version ?? null, labelId: ruling.labelId, rationale: `Because ${String(what)}.` });
}

const chosen = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new AppError("invalid", "There is nothing to choose from.");
  return found;
};

const steps = fc.array(fc.record({ action: fc.constantFrom(...ACTIONS), who: fc.nat(3), which: fc.nat(9), what: fc.nat(99) }), { minLength: 4, maxLength: 20 });

it("a page that read the document at any time and follows it since shows what a fresh page shows, to each role", async () => {
  const failures: unknown[] = [];
  const context = { lastEventId: null, actorsOf: actorsOfSessions, failed: (error: unknown) => void failures.push(error) };
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(99), fc.constantFrom("proposal" as const, "blind" as const), async (actions, at, reviewMode) => {
      const document = await createDocument(prisma, { actor: chosen(people, 0) });
      await run(prisma, chosen(people, 0), updateDocument, { documentId: document.id, version: 1, reviewMode });
      const half = at % actions.length;
      for (const step of actions.slice(0, half)) await attempt(() => take(document, step));
      const pages = await Promise.all(
        ROLES.map(async (role) => {
          const viewer = chosen(
            people,
            people.findIndex((person) => person.role === role),
          );
          const read = () => workbenchView(viewer, document.id);
          const answer = await read();
          const store = new DocumentStore(answer.document, null);
          store.arrive(answer.claims, answer.document.seq);
          const reader = readerOf(await followDocument.run(viewer, { documentId: document.id, after: store.seq }, context));
          return { store, read, reader };
        }),
      );
      for (const step of actions.slice(half)) await attempt(() => take(document, step));
      // The last word, which everyone may hear.
      await run(prisma, chosen(people, 0), markClaim, { documentId: document.id, revisionId: document.revisionId, fragments: [{ start: 0, end: 5 }] });
      const end = await lastSeq(prisma, document.id);
      for (const { store, read, reader } of pages) {
        await reader.until(() => reader.messages.some((message) => message.kind === "changes" && message.seq === end));
        for (const message of reader.messages) if (message.kind === "changes") expect(store.hear(message)).toBe(true);
        const fresh = await read();
        const { document: shown, claims, newer } = store.getData();
        expect(newer).toBe(fresh.document.revision.number > shown.revision.number ? fresh.document.revision.number : null);
        expect({ ...shown, seq: 0, revision: null }).toEqual({ ...fresh.document, seq: 0, revision: null });
        if (newer === null) expect(byId(claims)).toEqual(byId(fresh.claims));
        else expect(byId(claims).map(({ anchors: _, ...rest }) => rest)).toEqual(byId(fresh.claims).map(({ anchors: _, ...rest }) => rest));
        await reader.leave();
      }
    }),
    { numRuns: 25 },
  );
  expect(failures).toEqual([]);
});

const byId = <T extends { id: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.id.localeCompare(b.id));

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
