-- Who follows a document hears at once that something happened, and who lost access is cut off at once, in every process. Written by hand: the schema
-- language cannot say triggers, and its diff leaves them alone. A notice is sent when its transaction commits, and says only where to look.
CREATE FUNCTION assay_notify_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_events', "documentId") FROM (SELECT DISTINCT "documentId" FROM written WHERE "documentId" IS NOT NULL) AS documents;
  RETURN NULL;
END $$;

CREATE TRIGGER "Event_notify" AFTER INSERT ON "Event" REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION assay_notify_events();

CREATE FUNCTION assay_notify_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_access', CASE WHEN TG_TABLE_NAME = 'User' THEN to_jsonb(OLD) ->> 'id' ELSE to_jsonb(OLD) ->> 'userId' END);
  RETURN NULL;
END $$;

CREATE TRIGGER "Session_notify" AFTER UPDATE OF "revokedAt", "expiresAt" OR DELETE ON "Session" FOR EACH ROW EXECUTE FUNCTION assay_notify_access();
CREATE TRIGGER "Membership_notify" AFTER UPDATE OR DELETE ON "Membership" FOR EACH ROW EXECUTE FUNCTION assay_notify_access();
CREATE TRIGGER "User_notify" AFTER UPDATE OF "suspendedAt" ON "User" FOR EACH ROW EXECUTE FUNCTION assay_notify_access();
