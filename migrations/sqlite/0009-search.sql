-- More to find facts by: how sure they are, where they happen (role 3 in fact_parties), their publisher in any case; and the words of the indexes
-- to look for near misses. The words that are kept to take what was indexed out again are packed.
-- Code beside this file (src/store/sqlite/carry-over.ts) carries over what is there already.

ALTER TABLE facts ADD COLUMN confidence REAL NOT NULL DEFAULT 0;
CREATE INDEX facts_by_confidence ON facts (confidence, published, id);

-- Publishers of current articles. words: the folded name, with a space before and behind each word.
CREATE TABLE publishers (
  name TEXT NOT NULL PRIMARY KEY,
  words TEXT NOT NULL,
  articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE sentences RENAME TO earlier_sentences;
ALTER TABLE fact_words RENAME TO earlier_fact_words;

-- Sentence bounds: pairs of little-endian 32-bit numbers, start and end. words: [title, sentence, …] in folded tokens, as deflated JSON.
CREATE TABLE sentences (
  version_key INTEGER PRIMARY KEY REFERENCES versions (key),
  bounds BLOB NOT NULL,
  words BLOB NOT NULL
) STRICT;

-- words: [[key of the fact, said, counted], …] in folded tokens, as deflated JSON.
CREATE TABLE fact_words (
  version_key INTEGER PRIMARY KEY REFERENCES versions (key),
  words BLOB NOT NULL
) STRICT;

-- Every place of every word of an index, in the order of the words: nothing of it is stored.
CREATE VIRTUAL TABLE fact_terms USING fts5vocab (fact_index, instance);
CREATE VIRTUAL TABLE sentence_terms USING fts5vocab (sentence_index, instance);
CREATE VIRTUAL TABLE alias_terms USING fts5vocab (alias_index, instance);
