-- AlterEnum
ALTER TYPE "AccountTokenKind" ADD VALUE 'join';

-- CreateTable
CREATE TABLE "JoinDomain" (
    "workspaceId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JoinDomain_pkey" PRIMARY KEY ("workspaceId","domain")
);

-- CreateTable
CREATE TABLE "JoinLink" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "JoinLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "JoinDomain_domain_idx" ON "JoinDomain"("domain");

-- CreateIndex
CREATE INDEX "JoinLink_email_idx" ON "JoinLink"("email");

-- AddForeignKey
ALTER TABLE "JoinDomain" ADD CONSTRAINT "JoinDomain_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
