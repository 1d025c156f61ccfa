-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "extent" "TextExtent" NOT NULL DEFAULT 'full',
ADD COLUMN     "fundingInfo" TEXT,
ADD COLUMN     "visibility" "Visibility" NOT NULL DEFAULT 'public';
