-- CreateEnum
CREATE TYPE "MediaKind" AS ENUM ('image', 'video', 'audio');

-- CreateEnum
CREATE TYPE "MediaAuthenticity" AS ENUM ('original', 'missing_context', 'edited', 'transformed', 'staged', 'satire');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "mediaKind" "MediaKind",
ADD COLUMN     "mediaUrl" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN     "mediaAuthenticity" "MediaAuthenticity",
ADD COLUMN     "mediaContext" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mediaOriginalUrl" TEXT NOT NULL DEFAULT '';
