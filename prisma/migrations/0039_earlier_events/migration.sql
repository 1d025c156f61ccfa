-- CreateTable
CREATE TABLE "EarlierEvent" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "claimId" TEXT,
    "claimNumber" INTEGER,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "evidenceId" TEXT,
    "commentId" TEXT,
    "type" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EarlierEvent_pkey" PRIMARY KEY ("documentId","number")
);

-- CreateIndex
CREATE INDEX "EarlierEvent_claimId_idx" ON "EarlierEvent"("claimId");

-- CreateIndex
CREATE INDEX "EarlierEvent_workspaceId_idx" ON "EarlierEvent"("workspaceId");

-- AddForeignKey
ALTER TABLE "EarlierEvent" ADD CONSTRAINT "EarlierEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierEvent" ADD CONSTRAINT "EarlierEvent_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierEvent" ADD CONSTRAINT "EarlierEvent_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierEvent" ADD CONSTRAINT "EarlierEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
