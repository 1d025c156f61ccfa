-- Who made a correction stands in the correction; kept reports do not name them beside it, so that whoever deletes their account is named nowhere.
UPDATE "Publication"
SET "report" = jsonb_set(
  "report",
  '{corrections}',
  (
    SELECT jsonb_agg(jsonb_set("each", '{by}', '""') ORDER BY "place")
    FROM jsonb_array_elements("report" -> 'corrections') WITH ORDINALITY AS "list" ("each", "place")
  )
)
WHERE jsonb_typeof("report" -> 'corrections') = 'array' AND jsonb_array_length("report" -> 'corrections') > 0;
