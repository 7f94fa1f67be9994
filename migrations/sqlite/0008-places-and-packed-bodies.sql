-- Facts are kept packed, and their article's title, publisher and address once, in its version: what stood in each citation was half of them.
-- Code beside this file (src/store/sqlite/carry-over.ts) packs the facts that are there already.

-- All places of a fact that stands in more than are kept with it: pairs of little-endian 32-bit numbers, start and end.
CREATE TABLE fact_places (
  extraction_key INTEGER NOT NULL REFERENCES extractions (key),
  id TEXT NOT NULL,
  places BLOB NOT NULL,
  PRIMARY KEY (extraction_key, id)
) STRICT, WITHOUT ROWID;
