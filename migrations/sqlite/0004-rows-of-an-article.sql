-- What nobody looks for by itself is kept in a few rows an article, not in one a fact or entity: an article writes a third fewer pages.

-- Facts as they are answered: JSON, one a line, as many lines to a row as fit into about 16 kB.
CREATE TABLE new_bodies (
  key INTEGER PRIMARY KEY,
  extraction_key INTEGER NOT NULL REFERENCES extractions (key),
  lines BLOB NOT NULL
) STRICT;
CREATE TABLE places AS
  SELECT key, extraction_key, size, at - min(at) OVER part AS start, min(key) OVER part AS body FROM (
    SELECT key, extraction_key, size, sum(size + 1) OVER (PARTITION BY extraction_key ORDER BY key) - size - 1 AS at FROM (
      SELECT key, extraction_key, length(CAST(body AS BLOB)) AS size FROM fact_bodies))
  WINDOW part AS (PARTITION BY extraction_key, at / 16384);
INSERT INTO new_bodies (key, extraction_key, lines)
  SELECT p.body, p.extraction_key, CAST(group_concat(b.body, char(10) ORDER BY b.key) AS BLOB)
  FROM places p JOIN fact_bodies b ON b.key = p.key GROUP BY p.body;

-- The folded tokens of a version's facts, as [[key of the fact, said, counted], …].
CREATE TABLE new_words (
  version_key INTEGER PRIMARY KEY REFERENCES versions (key),
  facts TEXT NOT NULL
) STRICT;
INSERT INTO new_words (version_key, facts)
  SELECT f.version_key, json_group_array(json_array(w.key, w.said, w.counted)) FROM fact_words w JOIN facts f ON f.key = w.key GROUP BY 1;

-- body, body_start, body_size: the row of fact_bodies and the bytes of its lines where the fact stands.
CREATE TABLE new_facts (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version_key INTEGER NOT NULL REFERENCES versions (key),
  published INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  polarity TEXT NOT NULL,
  attributed INTEGER NOT NULL,
  publisher TEXT,
  event TEXT,
  office TEXT,
  unit TEXT,
  currency TEXT,
  moment INTEGER NOT NULL,
  time_from INTEGER,
  time_to INTEGER,
  time_span INTEGER,
  amount REAL NOT NULL,
  low REAL,
  high REAL,
  postings TEXT NOT NULL,
  body INTEGER NOT NULL,
  body_start INTEGER NOT NULL,
  body_size INTEGER NOT NULL
) STRICT;
INSERT INTO new_facts SELECT f.*, p.body, p.start, p.size FROM facts f JOIN places p ON p.key = f.key;

DROP TABLE places;
DROP TABLE fact_words;
DROP TABLE facts;
DROP TABLE fact_bodies;
ALTER TABLE new_bodies RENAME TO fact_bodies;
ALTER TABLE new_words RENAME TO fact_words;
ALTER TABLE new_facts RENAME TO facts;
CREATE INDEX fact_bodies_by_extraction ON fact_bodies (extraction_key);
CREATE INDEX facts_by_published ON facts (published, id);
CREATE INDEX facts_by_moment ON facts (moment, id);
CREATE INDEX facts_by_version ON facts (version_key);
CREATE INDEX facts_by_kind ON facts (kind, published, id);
CREATE INDEX facts_by_status ON facts (status, published, id);
CREATE INDEX facts_by_polarity ON facts (polarity, published, id);
CREATE INDEX facts_by_attributed ON facts (attributed, published, id);
CREATE INDEX facts_by_publisher ON facts (publisher, published, id);
CREATE INDEX facts_by_event ON facts (event, published, id) WHERE event IS NOT NULL;
CREATE INDEX facts_by_office ON facts (office, published, id) WHERE office IS NOT NULL;
CREATE INDEX facts_by_unit ON facts (unit, published, id) WHERE unit IS NOT NULL;
CREATE INDEX facts_by_unit_amount ON facts (unit, amount, id) WHERE unit IS NOT NULL;
CREATE INDEX facts_by_currency ON facts (currency, published, id) WHERE currency IS NOT NULL;
CREATE INDEX facts_by_currency_amount ON facts (currency, amount, id) WHERE currency IS NOT NULL;
CREATE INDEX facts_by_interval ON facts (time_span, time_from, time_to) WHERE time_span IS NOT NULL;
CREATE INDEX facts_by_low ON facts (low, high) WHERE low IS NOT NULL;
CREATE INDEX facts_by_range ON facts (high, low) WHERE low < high;

-- In which versions an entity is found.
CREATE TABLE party_versions (
  party INTEGER NOT NULL,
  version_key INTEGER NOT NULL,
  PRIMARY KEY (party, version_key)
) STRICT, WITHOUT ROWID;
INSERT INTO party_versions SELECT DISTINCT party, version_key FROM entity_links;

-- What a version adds to parties, so that it can be taken back: entities has the keys of its entities; contributions, also of sources that have
-- only words, are [[party, mentions, [[alias, count, named], …]], …].
CREATE TABLE version_parties (
  version_key INTEGER PRIMARY KEY REFERENCES versions (key),
  entities TEXT NOT NULL,
  contributions TEXT NOT NULL
) STRICT;
INSERT INTO version_parties (version_key, entities, contributions)
  WITH found (version_key, party, source, mentions, alias, count, named) AS (
    SELECT l.version_key, l.party, '', 0, j.value ->> 0, j.value ->> 1, 0
      FROM article_entities e JOIN entity_links l ON l.article_entity = e.key, json_each(e.aliases) j
    UNION ALL SELECT l.version_key, l.party, '', e.mentions, e.name, 0, 1 FROM article_entities e JOIN entity_links l ON l.article_entity = e.key
    UNION ALL SELECT version_key, party, name, count, name, count, 1 FROM article_sources
  ), aliases_of (version_key, party, source, mentions, alias) AS (
    SELECT version_key, party, source, sum(mentions), json_array(alias, sum(count), max(named)) FROM found GROUP BY 1, 2, 3, alias
  ), contributions_of (version_key, contribution) AS (
    SELECT version_key, json_array(party, sum(mentions), json_group_array(json(alias))) FROM aliases_of GROUP BY version_key, party, source
  ), entities_of (version_key, entities) AS (SELECT version_key, json_group_array(party) FROM party_versions GROUP BY 1)
  SELECT c.version_key, coalesce(e.entities, '[]'), json_group_array(json(c.contribution))
    FROM contributions_of c LEFT JOIN entities_of e ON e.version_key = c.version_key GROUP BY 1;
DROP TABLE entity_links;
DROP TABLE article_sources;
DROP TABLE article_entities;

-- The distinct words of each alias, by its key. All entities in order of their names are those of each type merged.
CREATE VIRTUAL TABLE alias_index USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO alias_index (alias_index, rank) VALUES ('secure-delete', 1);
INSERT INTO alias_index (rowid, words) SELECT alias, group_concat(word, ' ') FROM alias_words GROUP BY alias;
DROP TABLE alias_words;
DROP INDEX parties_by_name;
