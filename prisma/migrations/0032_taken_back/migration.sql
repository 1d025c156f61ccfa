-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'undo';
ALTER TYPE "DecisionKind" ADD VALUE 'uphold';

-- AlterTable
ALTER TABLE "ModerationDecision" ADD COLUMN     "undoesId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "ModerationDecision_undoesId_key" ON "ModerationDecision"("undoesId");

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "ModerationDecision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
