-- AlterEnum
ALTER TYPE "AccountTokenKind" ADD VALUE 'prove_address';
ALTER TYPE "AccountTokenKind" ADD VALUE 'cut_off';

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "letterHash" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "cutOffAt" TIMESTAMP(3),
ADD COLUMN     "provenAt" TIMESTAMP(3);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_letterHash_key" ON "Invitation"("letterHash");

-- Of those who are here already it is believed where something speaks for it: whoever runs the instance; who has no password, and so came by a letter or a
-- service outside; whom an invitation named; who joined by the domain of a letter; and who set a new password by a link that no admin made.
UPDATE "User" u SET "provenAt" = CURRENT_TIMESTAMP
WHERE u."owner" OR u."demo" OR u."passwordHash" = '-'
  OR EXISTS (SELECT 1 FROM "Invitation" i WHERE i."acceptedById" = u."id" AND i."email" = u."email")
  OR u."id" IN (SELECT e."actorId" FROM "Event" e WHERE e."type" = 'member.joined' AND e."data"->>'domain' IS NOT NULL)
  OR u."id" IN (SELECT e."actorId" FROM "Event" e WHERE e."type" = 'password.reset')
    AND u."id" NOT IN (SELECT e."data"->>'userId' FROM "Event" e WHERE e."type" = 'password.link_made' AND e."data"->>'userId' IS NOT NULL);
