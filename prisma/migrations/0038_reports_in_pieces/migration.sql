-- Reports are kept and read whole: as text they are written in two thirds of the time.
ALTER TABLE "Publication" ALTER COLUMN "report" SET DATA TYPE JSON;

-- CreateTable
CREATE TABLE "ReportPiece" (
    "publicationId" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "piece" TEXT NOT NULL,

    CONSTRAINT "ReportPiece_pkey" PRIMARY KEY ("publicationId","at")
);

-- Gone before the transaction that writes them ends: to compress them is for nothing.
ALTER TABLE "ReportPiece" ALTER COLUMN "piece" SET STORAGE EXTERNAL;
