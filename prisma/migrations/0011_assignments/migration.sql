-- CreateEnum
CREATE TYPE "AssignmentEnd" AS ENUM ('released', 'given_back', 'lapsed', 'left');

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "returnDays" INTEGER;

-- CreateTable
CREATE TABLE "Assignment" (
    "claimId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "due" DATE,
    "assignedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),
    "endedBecause" "AssignmentEnd",

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("claimId","personId")
);

-- CreateIndex
CREATE INDEX "Assignment_personId_endedAt_idx" ON "Assignment"("personId", "endedAt");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever a claim was assigned to stays assigned, by whoever marked it; by hand.
INSERT INTO "Assignment" ("claimId", "personId", "workspaceId", "assignedById")
SELECT "id", "assigneeId", "workspaceId", "createdById" FROM "Claim" WHERE "assigneeId" IS NOT NULL;

-- DropForeignKey
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_assigneeId_fkey";

-- AlterTable
ALTER TABLE "Claim" DROP COLUMN "assigneeId";
