-- AlterTable
ALTER TABLE "ScaleLabel" ADD COLUMN     "outgoing" JSONB NOT NULL DEFAULT '{}';
