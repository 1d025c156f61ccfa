-- CreateEnum
CREATE TYPE "ReviewMode" AS ENUM ('proposal', 'blind', 'panel');

-- CreateEnum
CREATE TYPE "PanelRule" AS ENUM ('majority', 'unanimity');

-- CreateEnum
CREATE TYPE "RulingBasis" AS ENUM ('editor', 'agreement', 'vote');

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "unjudgeable" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "assessedAt" TIMESTAMP(3),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "panelRule" "PanelRule" NOT NULL DEFAULT 'majority',
ADD COLUMN     "reviewMode" "ReviewMode" NOT NULL DEFAULT 'proposal',
ADD COLUMN     "reviewers" INTEGER NOT NULL DEFAULT 2;

-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN     "basis" "RulingBasis" NOT NULL DEFAULT 'editor';

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "panelRule" "PanelRule" NOT NULL DEFAULT 'majority',
ADD COLUMN     "reviewMode" "ReviewMode" NOT NULL DEFAULT 'proposal',
ADD COLUMN     "reviewers" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "AssessmentVersion" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "labelId" TEXT,
    "unjudgeable" BOOLEAN NOT NULL DEFAULT false,
    "rationale" TEXT NOT NULL,
    "confidence" "Confidence",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssessmentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentVersion_assessmentId_number_key" ON "AssessmentVersion"("assessmentId", "number");

-- AddForeignKey
ALTER TABLE "AssessmentVersion" ADD CONSTRAINT "AssessmentVersion_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentVersion" ADD CONSTRAINT "AssessmentVersion_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentVersion" ADD CONSTRAINT "AssessmentVersion_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "ScaleLabel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was submitted so far is the first version.
INSERT INTO "AssessmentVersion" ("id", "workspaceId", "assessmentId", "number", "round", "labelId", "rationale", "confidence", "createdAt")
SELECT gen_random_uuid()::text, "workspaceId", "id", "version", 1, "labelId", "rationale", "confidence", "updatedAt" FROM "Assessment";
