-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "ip" TEXT,
ADD COLUMN     "requestId" TEXT;

-- CreateTable
CREATE TABLE "EventUnsealed" (
    "eventSeq" BIGINT NOT NULL,

    CONSTRAINT "EventUnsealed_pkey" PRIMARY KEY ("eventSeq")
);

-- CreateTable
CREATE TABLE "EventSeal" (
    "workspaceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "eventSeq" BIGINT NOT NULL,
    "documentId" TEXT,
    "claimId" TEXT,
    "sealedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "contentHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventSeal_pkey" PRIMARY KEY ("workspaceId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "EventSeal_eventSeq_key" ON "EventSeal"("eventSeq");

-- Written by hand, since the schema language cannot say triggers. Every event waits for its seal from the moment it is written, whoever wrote it.
CREATE FUNCTION assay_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "EventUnsealed" ("eventSeq") SELECT "seq" FROM written;
  RETURN NULL;
END $$;

CREATE TRIGGER "Event_await_seal" AFTER INSERT ON "Event" REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION assay_await_seal();

INSERT INTO "EventUnsealed" ("eventSeq") SELECT "seq" FROM "Event";

-- What is sealed is not written again. An event may go, with the document or claim that it was about; its seal stays.
CREATE FUNCTION assay_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log is only added to: what is sealed does not change.';
END $$;

CREATE FUNCTION assay_refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "EventSeal" WHERE "eventSeq" = OLD."seq") THEN
    RAISE EXCEPTION 'The log is only added to: what is sealed does not change.';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Event_refuse_change" BEFORE UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION assay_refuse_sealed();
CREATE TRIGGER "EventSeal_refuse_change" BEFORE UPDATE OR DELETE ON "EventSeal" FOR EACH ROW EXECUTE FUNCTION assay_refuse_change();
