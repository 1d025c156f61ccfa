-- CreateEnum
CREATE TYPE "ContactOutcome" AS ENUM ('asked', 'answered', 'declined', 'no_answer');

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "quoteVerifiedAt" TIMESTAMP(3),
ADD COLUMN     "quoteVerifiedById" TEXT;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "archived" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "claimantContacted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "minSources" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "noBlockingThreads" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "primarySource" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quotesVerified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "secondSignature" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ClaimantContact" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "contactedOn" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "outcome" "ContactOutcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "ClaimantContact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClaimantContact_claimId_idx" ON "ClaimantContact"("claimId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_quoteVerifiedById_fkey" FOREIGN KEY ("quoteVerifiedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimantContact" ADD CONSTRAINT "ClaimantContact_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimantContact" ADD CONSTRAINT "ClaimantContact_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimantContact" ADD CONSTRAINT "ClaimantContact_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
