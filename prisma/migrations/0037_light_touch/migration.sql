-- DropIndex
DROP INDEX "Document_workspaceId_deletedAt_updatedAt_idx";

-- CreateIndex
CREATE INDEX "Document_workspaceId_deletedAt_idx" ON "Document"("workspaceId", "deletedAt");
