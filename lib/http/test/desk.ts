import { assessClaim } from "@/lib/commands/assess-claim";
import { assignClaim } from "@/lib/commands/assign-claims";
import { addContact } from "@/lib/commands/contact";
import { addEvidence } from "@/lib/commands/evidence";
import { createInvitation } from "@/lib/commands/invitations";
import { addMark } from "@/lib/commands/marks";
import { askQuestion } from "@/lib/commands/question";
import { startThread } from "@/lib/commands/threads";
import { updateClaim } from "@/lib/commands/update-claim";
import { updateDocument } from "@/lib/commands/update-document";
import { keepBlob } from "@/lib/storage/snapshot-files";
import { createClaim, createDocument, createMember, createWorkspace, evidenceInput, run, SAMPLE_TEXT } from "@/prisma/factories";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/role";

/** A workspace with all that a desk has, made by its author; every text in it is called secret. Its files go to DATA_DIR. */
export async function makeDesk(prisma: PrismaClient): Promise<{ admin: Actor; ids: Record<string, string> }> {
  await prisma.instance.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} });
  const { id: workspaceId } = await createWorkspace(prisma, { name: "A secret desk" });
  const admin = await createMember(prisma, { role: "admin", workspaceId, name: "A secret admin", email: "a-secret-admin@example.org" });
  const author = await createMember(prisma, { role: "editor", workspaceId, name: "A secret author", email: "a-secret-author@example.org" });
  const { userId } = admin;
  const document = await createDocument(prisma, { actor: author, title: "A secret title", text: `${SAMPLE_TEXT}\n\nA secret sentence.` });
  const { id: documentId } = document;
  const { id: claimId, version } = await createClaim(prisma, { actor: author, document: document, state: "in_review" });
  await run(prisma, author, updateClaim, { claimId, version, statement: "A secret statement of a claim", speaker: "A secret speaker" });
  await run(prisma, author, addEvidence, { ...evidenceInput(claimId), source: { title: "A secret source", confidential: true }, note: "A secret note on it" });
  await run(prisma, author, askQuestion, { claimId, text: "A secret question?" });
  await run(prisma, author, addContact, { claimId, contactedOn: "2026-01-01", channel: "A secret telephone", outcome: "asked" });
  await run(prisma, author, startThread, { documentId, claimId, body: "A secret comment" });
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { documents: { some: { id: documentId } } } } });
  await run(prisma, author, assessClaim, { claimId, version: null, labelId: label.id, rationale: "A secret rationale" });
  await run(prisma, admin, assignClaim, { claimId, assign: [author.userId] });
  await run(prisma, admin, createInvitation, { role: "reader", email: "a-secret-guest@example.org" });
  const apart = await createDocument(prisma, { actor: author, title: "A secret title of another" });
  await run(prisma, author, updateDocument, { documentId: apart.id, version: 1, marksApart: true });
  await run(prisma, author, addMark, { documentId: apart.id, revisionId: apart.revisionId, fragment: { start: 0, end: 10 } });
  const domain = "a-secret-domain.example";
  await prisma.joinDomain.create({ data: { workspaceId, domain, role: "reader" } });
  const evidence = await prisma.evidence.findFirstOrThrow({ where: { workspaceId } });
  await prisma.exportJob.create({
    data: { workspaceId, documentId, userId, request: { documentId, format: "csv" }, expiresAt: new Date(Date.now() + 86_400_000) },
  });
  const decision = await prisma.moderationDecision.create({
    data: {
      workspaceId,
      subject: "claim",
      subjectId: claimId,
      documentId,
      personId: userId,
      kind: "hide",
      before: {},
      after: {},
      byId: userId,
      note: "A secret note",
    },
  });
  await prisma.appeal.create({ data: { workspaceId, decisionId: decision.id, byId: userId, text: "A secret appeal" } });
  await prisma.snapshot.create({
    data: {
      ...{
        workspaceId,
        evidenceId: evidence.id,
        createdById: userId,
        sha256: await keepBlob(Buffer.from("A secret page")),
        mediaType: "text/plain",
        bytes: 13,
      },
      ...{ filename: "secret-page.txt", text: "A secret page", takenOn: new Date("2026-01-01") },
    },
  });
  const { seq } = await prisma.event.findFirstOrThrow({ where: { workspaceId, type: "claim.updated" } });
  const more = { sessionId: admin.sessionId, domain, apartId: apart.id, apartRevisionId: apart.revisionId, seq: String(seq) };
  return { admin, ids: { ...(await idsOf(prisma, workspaceId)), ...more } };
}

/** The id of one row of each kind, by the names of path parameters and fields. */
export async function idsOf(prisma: PrismaClient, workspaceId: string): Promise<Record<string, string>> {
  const where = { workspaceId };
  const first = { where, orderBy: { id: "asc" } } as const;
  const claim = await prisma.claim.findFirstOrThrow({ where: { ...where, evidence: { some: {} } }, include: { anchors: true, evidence: true } });
  const thread = await prisma.thread.findFirstOrThrow({ where, include: { comments: true } });
  const label = await prisma.scaleLabel.findFirstOrThrow({ where: { scale: { workspaceId } } });
  const revision = await prisma.revision.findFirstOrThrow({ where: { documentId: claim.documentId } });
  const ids = {
    ...{ workspaceId, documentId: claim.documentId, claimId: claim.id, revisionId: revision.id, labelId: label.id, scaleId: label.scaleId },
    ...{ anchorId: claim.anchors[0]?.id, evidenceId: claim.evidence[0]?.id, threadId: thread.id, commentId: thread.comments[0]?.id },
    sourceId: (await prisma.source.findFirstOrThrow(first)).id,
    userId: (await prisma.membership.findFirstOrThrow({ where })).userId,
    exportId: (await prisma.exportJob.findFirst(first))?.id,
    appealId: (await prisma.appeal.findFirst(first))?.id,
    decisionId: (await prisma.moderationDecision.findFirst(first))?.id,
    invitationId: (await prisma.invitation.findFirst(first))?.id,
    contactId: (await prisma.claimantContact.findFirst(first))?.id,
    questionId: (await prisma.question.findFirst(first))?.id,
    assessmentId: (await prisma.assessment.findFirst(first))?.id,
    markId: (await prisma.mark.findFirst(first))?.id,
    snapshotId: (await prisma.snapshot.findFirst(first))?.id,
    notificationId: (await prisma.notification.findFirst(first))?.id,
    slug: (await prisma.publicPage.findFirst(first))?.slug,
    number: "1",
  };
  return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
}
