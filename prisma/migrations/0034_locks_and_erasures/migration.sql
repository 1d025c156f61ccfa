-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "lockedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "PublicPage" ADD COLUMN     "lockedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL,
    "subject" "ModerationSubject" NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_documentId_idx" ON "Erasure"("documentId");

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As text: a value that an earlier migration of the same run added cannot be named.
-- What moderators deleted, and is gone for good already: unless it was shown again, then it went as anything does.
INSERT INTO "Erasure" ("id", "subject", "workspaceId", "documentId")
SELECT DISTINCT ON (d."subjectId") d."subjectId", d."subject", d."workspaceId", d."documentId" FROM "ModerationDecision" d
WHERE d."kind" = 'delete' AND d."documentId" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "ModerationDecision" later WHERE later."subject" = d."subject" AND later."subjectId" = d."subjectId" AND later."at" > d."at" AND later."kind"::text IN ('restore', 'undo'))
  AND (d."subject" = 'comment'
    OR d."subject" = 'claim' AND NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."id" = d."subjectId")
    OR d."subject" = 'evidence' AND NOT EXISTS (SELECT 1 FROM "Evidence" e WHERE e."id" = d."subjectId"))
ORDER BY d."subjectId", d."at";
