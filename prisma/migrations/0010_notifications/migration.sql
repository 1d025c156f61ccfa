-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('mentioned', 'replied', 'assigned', 'returned', 'decided', 'contested', 'assessment_wanted', 'quotes_in_doubt');

-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('off', 'immediate', 'daily');

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "documentId" TEXT NOT NULL,
    "claimId" TEXT,
    "threadId" TEXT,
    "commentId" TEXT,
    "causedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),
    "inPage" BOOLEAN NOT NULL,
    "mail" "MailPace" NOT NULL,
    "mailId" TEXT,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationSwitch" (
    "userId" TEXT NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "inPage" BOOLEAN NOT NULL,
    "mail" "MailPace" NOT NULL,

    CONSTRAINT "NotificationSwitch_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "day" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "heldUntil" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "givenUpAt" TIMESTAMP(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_createdAt_idx" ON "Notification"("userId", "readAt", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_documentId_idx" ON "Notification"("documentId");

-- CreateIndex
CREATE INDEX "Notification_claimId_idx" ON "Notification"("claimId");

-- CreateIndex
CREATE INDEX "Notification_threadId_idx" ON "Notification"("threadId");

-- CreateIndex
CREATE INDEX "Notification_commentId_idx" ON "Notification"("commentId");

-- CreateIndex
CREATE INDEX "Notification_mailId_idx" ON "Notification"("mailId");

-- CreateIndex
CREATE INDEX "Mail_sentAt_givenUpAt_dueAt_idx" ON "Mail"("sentAt", "givenUpAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_workspaceId_userId_day_key" ON "Mail"("workspaceId", "userId", "day");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_causedById_fkey" FOREIGN KEY ("causedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSwitch" ADD CONSTRAINT "NotificationSwitch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand, like those of 0005: whoever's notifications change, or come into sight or go out of it, is looked at again. The notice names only the person.
CREATE FUNCTION assay_notify_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_notifications', "userId") FROM (SELECT DISTINCT "userId" FROM touched) AS people;
  RETURN NULL;
END $$;

CREATE TRIGGER "Notification_written" AFTER INSERT ON "Notification" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION assay_notify_notifications();
CREATE TRIGGER "Notification_changed" AFTER UPDATE ON "Notification" REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION assay_notify_notifications();
CREATE TRIGGER "Notification_gone" AFTER DELETE ON "Notification" REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION assay_notify_notifications();

CREATE FUNCTION assay_notify_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Claim' THEN
    PERFORM pg_notify('assay_notifications', "userId") FROM (SELECT DISTINCT "userId" FROM "Notification" WHERE "claimId" = NEW."id") AS people;
  ELSE
    PERFORM pg_notify('assay_notifications', "userId") FROM (SELECT DISTINCT "userId" FROM "Notification" WHERE "documentId" = NEW."id") AS people;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Claim_notify" AFTER UPDATE OF "deletedAt", "assessedAt", "state" ON "Claim" FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt" OR OLD."assessedAt" IS DISTINCT FROM NEW."assessedAt" OR OLD."state" IS DISTINCT FROM NEW."state")
  EXECUTE FUNCTION assay_notify_subject();
CREATE TRIGGER "Document_notify" AFTER UPDATE OF "deletedAt", "reviewMode" ON "Document" FOR EACH ROW
  WHEN (OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt" OR OLD."reviewMode" IS DISTINCT FROM NEW."reviewMode")
  EXECUTE FUNCTION assay_notify_subject();
