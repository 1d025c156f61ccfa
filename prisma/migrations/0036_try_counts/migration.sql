-- CreateTable
CREATE TABLE "TryCount" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "TryCount_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "TryCount_expire_idx" ON "TryCount"("expire");
