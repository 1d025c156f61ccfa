-- Full-text and trigram search. Written by hand: the schema language cannot say these, and its diff leaves them alone.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A text vector holds at most 1 MB, so only the first 200,000 characters are indexed; a query must use the same expression.
CREATE INDEX "Document_searchText_words_idx" ON "Document" USING GIN (to_tsvector('simple', left("searchText", 200000)));
CREATE INDEX "Document_searchText_trigrams_idx" ON "Document" USING GIN ("searchText" gin_trgm_ops);

CREATE INDEX "Source_title_trigrams_idx" ON "Source" USING GIN (lower("title") gin_trgm_ops);
CREATE INDEX "Source_publisher_trigrams_idx" ON "Source" USING GIN (lower("publisher") gin_trgm_ops);
