-- CreateEnum
CREATE TYPE "ModerationSubject" AS ENUM ('document', 'claim', 'evidence', 'comment', 'source', 'person', 'page');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('keep', 'resolve', 'escalate', 'hide', 'restore', 'lock', 'unlock', 'delete', 'warn', 'restrict', 'suspend', 'ban', 'lift');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('restrict', 'suspend', 'ban');

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('granted', 'refused');

-- DropIndex
DROP INDEX "Flag_workspaceId_settledAt_idx";

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "hiddenAt" TIMESTAMP(3),
ADD COLUMN     "lockedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "hiddenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "hiddenAt" TIMESTAMP(3),
ADD COLUMN     "lockedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "hiddenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Flag" ADD COLUMN     "escalatedAt" TIMESTAMP(3),
ADD COLUMN     "subject" "ModerationSubject",
ADD COLUMN     "subjectId" TEXT,
ALTER COLUMN "documentId" DROP NOT NULL;

-- Until now flags came from public pages alone, and were about a claim of the page, or about the page.
UPDATE "Flag" f SET
    "subject" = (CASE WHEN f."claimId" IS NOT NULL THEN 'claim' WHEN p."id" IS NOT NULL THEN 'page' ELSE 'document' END)::"ModerationSubject",
    "subjectId" = COALESCE(f."claimId", p."id", d."id")
FROM "Document" d LEFT JOIN "PublicPage" p ON p."documentId" = d."id" WHERE d."id" = f."documentId";

ALTER TABLE "Flag" ALTER COLUMN "subject" SET NOT NULL, ALTER COLUMN "subjectId" SET NOT NULL;

-- One open flag of a thing for each person. The schema language cannot say it, and its diff leaves an index of an expression alone.
CREATE UNIQUE INDEX "Flag_one_open_idx" ON "Flag" ((CASE WHEN "settledAt" IS NULL THEN "reporterId" || ' ' || "subjectId" END));

-- AlterTable
ALTER TABLE "PublicPage" ADD COLUMN     "hiddenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "hiddenAt" TIMESTAMP(3),
ADD COLUMN     "lockedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "lockedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "moderationRules" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ModerationDecision" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "subject" "ModerationSubject" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "documentId" TEXT,
    "personId" TEXT,
    "kind" "DecisionKind" NOT NULL,
    "rule" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModerationDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sanction" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" "SanctionKind" NOT NULL,
    "until" TIMESTAMP(3),
    "decisionId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,
    "outcome" "AppealOutcome",
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ModerationDecision_subject_subjectId_at_idx" ON "ModerationDecision"("subject", "subjectId", "at");

-- CreateIndex
CREATE INDEX "ModerationDecision_workspaceId_at_idx" ON "ModerationDecision"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "ModerationDecision_personId_at_idx" ON "ModerationDecision"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Sanction_decisionId_key" ON "Sanction"("decisionId");

-- CreateIndex
CREATE INDEX "Sanction_userId_workspaceId_endedAt_idx" ON "Sanction"("userId", "workspaceId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_workspaceId_settledAt_idx" ON "Appeal"("workspaceId", "settledAt");

-- CreateIndex
CREATE INDEX "Flag_workspaceId_settledAt_createdAt_idx" ON "Flag"("workspaceId", "settledAt", "createdAt");

-- CreateIndex
CREATE INDEX "Flag_subject_subjectId_idx" ON "Flag"("subject", "subjectId");

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is hidden is in the trash, too: whatever leaves out the trash leaves it out. Nobody takes it from there but a moderator, who ends both.
ALTER TABLE "Document" ADD CONSTRAINT "Document_hidden_check" CHECK ("hiddenAt" IS NULL OR "deletedAt" IS NOT NULL);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_hidden_check" CHECK ("hiddenAt" IS NULL OR "deletedAt" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_hidden_check" CHECK ("hiddenAt" IS NULL OR "deletedAt" IS NOT NULL);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_hidden_check" CHECK ("hiddenAt" IS NULL OR ("deletedAt" IS NOT NULL AND "body" = ''));
ALTER TABLE "PublicPage" ADD CONSTRAINT "PublicPage_hidden_check" CHECK ("hiddenAt" IS NULL OR "revokedAt" IS NOT NULL);

-- Decisions are never changed; only whom or what they name may be gone.
CREATE FUNCTION assay_refuse_decision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "ModerationDecision_unchanged"
  BEFORE UPDATE OF "subject", "subjectId", "kind", "rule", "message", "note", "before", "after", "byId", "at" ON "ModerationDecision"
  FOR EACH ROW EXECUTE FUNCTION assay_refuse_decision_change();

-- Whoever may not come in any more is cut off at once (see 0005_live_notices).
CREATE FUNCTION assay_notify_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_access', NEW."userId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Sanction_notify" AFTER INSERT OR UPDATE ON "Sanction" FOR EACH ROW EXECUTE FUNCTION assay_notify_sanction();
