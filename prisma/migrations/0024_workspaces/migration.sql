-- CreateEnum
CREATE TYPE "WorkspaceMakers" AS ENUM ('owner', 'admins', 'everyone');

-- AlterTable
ALTER TABLE "Instance" ADD COLUMN     "workspaceMakers" "WorkspaceMakers" NOT NULL DEFAULT 'owner';

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "openedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "workspaceId" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "owner" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "closedAt" TIMESTAMP(3);

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand. One person at most runs the instance; where there are people already, the oldest admin does.
CREATE UNIQUE INDEX "User_owner_key" ON "User"("owner") WHERE "owner";

UPDATE "User" SET "owner" = true WHERE "id" = (
  SELECT "userId" FROM "Membership" AS m JOIN "User" AS u ON u."id" = m."userId"
  WHERE m."role" = 'admin' ORDER BY u."suspendedAt" IS NOT NULL, m."createdAt", m."id" LIMIT 1
);

-- Whoever turns to another workspace, or whose workspace is closed, hears no more of the old one; so does every process.
DROP TRIGGER "Session_notify" ON "Session";
CREATE TRIGGER "Session_notify" AFTER UPDATE OF "revokedAt", "expiresAt", "workspaceId" OR DELETE ON "Session" FOR EACH ROW EXECUTE FUNCTION assay_notify_access();

CREATE FUNCTION assay_notify_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_access', "userId") FROM "Membership" WHERE "workspaceId" = NEW."id";
  RETURN NULL;
END $$;

CREATE TRIGGER "Workspace_notify" AFTER UPDATE OF "closedAt" ON "Workspace" FOR EACH ROW EXECUTE FUNCTION assay_notify_closed();
