-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'approve';
ALTER TYPE "DecisionKind" ADD VALUE 'approve_first';

-- AlterEnum
ALTER TYPE "SanctionKind" ADD VALUE 'approve_first';

-- AlterEnum
ALTER TYPE "FlagReason" ADD VALUE 'held';

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'moderated';
ALTER TYPE "NotificationKind" ADD VALUE 'report_settled';
ALTER TYPE "NotificationKind" ADD VALUE 'appeal_settled';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "heldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "heldBody" TEXT;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "heldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "decisionId" TEXT,
ALTER COLUMN "documentId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "heldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "approveFirst" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "contributionLimits" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "heldTerms" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publicTransparency" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refusedTerms" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Notification_decisionId_idx" ON "Notification"("decisionId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits for a moderator is hidden, and so in the trash: whatever leaves out the trash leaves it out.
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_held_check" CHECK ("heldAt" IS NULL OR "hiddenAt" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_held_check" CHECK ("heldAt" IS NULL OR "hiddenAt" IS NOT NULL);
ALTER TABLE "Source" ADD CONSTRAINT "Source_held_check" CHECK ("heldAt" IS NULL OR "hiddenAt" IS NOT NULL);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_held_check" CHECK ("heldBody" IS NULL OR "hiddenAt" IS NOT NULL);

-- Every notification is about something.
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_about_check" CHECK ("documentId" IS NOT NULL OR "decisionId" IS NOT NULL);
