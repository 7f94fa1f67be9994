-- What was sent and what was found, with its history. Times are RFC 3339 text or UTC milliseconds; offsets are UTF-16 units.
-- Sort columns are never NULL: "none" is the smallest value there is (-8640000000000001 for instants), so that keyset pages can
-- compare rows; the queries put it last in both directions.

CREATE TABLE articles (
  id TEXT NOT NULL PRIMARY KEY,
  newest INTEGER NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE versions (
  key INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  current INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  published INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  published_at TEXT,
  publisher TEXT,
  title TEXT,
  url TEXT,
  author TEXT,
  timezone TEXT,
  language TEXT NOT NULL,
  external_id TEXT,
  tags TEXT NOT NULL,
  ignored TEXT NOT NULL,
  astral INTEGER NOT NULL,
  ascii INTEGER NOT NULL,
  text TEXT NOT NULL,
  page BLOB,
  UNIQUE (article_id, version)
) STRICT;
CREATE INDEX versions_by_published ON versions (published, article_id) WHERE current = 1;
CREATE INDEX versions_by_publisher ON versions (publisher, published, article_id) WHERE current = 1;
CREATE INDEX versions_by_external_id ON versions (external_id, published, article_id) WHERE current = 1 AND external_id IS NOT NULL;

-- One run of the extractor over one version. The newest has no superseded_at.
CREATE TABLE extractions (
  key INTEGER PRIMARY KEY,
  version_key INTEGER NOT NULL REFERENCES versions (key),
  extractor_version TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  superseded_at TEXT,
  counts TEXT NOT NULL,
  skipped TEXT NOT NULL,
  annotations BLOB NOT NULL
) STRICT;
CREATE INDEX extractions_by_version ON extractions (version_key, superseded_at);
CREATE INDEX extractions_by_extractor ON extractions (extractor_version) WHERE superseded_at IS NULL;

-- Every fact of every extraction, as it is answered.
CREATE TABLE fact_bodies (
  key INTEGER PRIMARY KEY,
  extraction_key INTEGER NOT NULL REFERENCES extractions (key),
  id TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX fact_bodies_by_extraction ON fact_bodies (extraction_key);

-- From here on: what is found now, from the newest extraction of the newest version of each article. It can be built again
-- from the tables above.

CREATE TABLE article_tags (
  tag TEXT NOT NULL,
  published INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  version_key INTEGER NOT NULL,
  PRIMARY KEY (tag, published, article_id)
) STRICT, WITHOUT ROWID;

-- Sentence bounds: pairs of little-endian 32-bit numbers, start and end. Words: the folded tokens of a sentence a line, kept so
-- that exactly what was indexed can be taken out again.
CREATE TABLE sentences (
  version_key INTEGER PRIMARY KEY REFERENCES versions (key),
  bounds BLOB NOT NULL,
  title_words TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

-- Row ids are version_key * 4194304 + the sentence's index. The title stands in the row of the first sentence.
CREATE VIRTUAL TABLE sentence_index USING fts5 (text, title, content = '', tokenize = 'ascii');
INSERT INTO sentence_index (sentence_index, rank) VALUES ('secure-delete', 1);

-- Whom a fact can be asked for: entities shared across articles, and sources that have nothing but words (entity_id NULL).
CREATE TABLE parties (
  key INTEGER PRIMARY KEY,
  entity_id TEXT UNIQUE,
  type TEXT,
  folded TEXT NOT NULL,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX parties_in_words ON parties (folded) WHERE entity_id IS NULL;
CREATE INDEX parties_by_name ON parties (folded, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX parties_by_type ON parties (type, folded, entity_id) WHERE entity_id IS NOT NULL;

-- Under which words a party appears (count), and in how many articles they are its fullest name (named).
CREATE TABLE aliases (
  key INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES parties (key),
  text TEXT NOT NULL,
  count INTEGER NOT NULL,
  named INTEGER NOT NULL,
  UNIQUE (party, text)
) STRICT;
CREATE TABLE alias_words (
  word TEXT NOT NULL,
  alias INTEGER NOT NULL,
  party INTEGER NOT NULL,
  PRIMARY KEY (word, alias)
) STRICT, WITHOUT ROWID;

-- Entities as found in one article; the link to the shared one is a row of its own, so that it can be taken back.
CREATE TABLE article_entities (
  key INTEGER PRIMARY KEY,
  version_key INTEGER NOT NULL REFERENCES versions (key),
  local TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  aliases TEXT NOT NULL
) STRICT;
CREATE INDEX article_entities_by_version ON article_entities (version_key);
CREATE TABLE entity_links (
  version_key INTEGER NOT NULL REFERENCES versions (key),
  article_entity INTEGER NOT NULL REFERENCES article_entities (key),
  party INTEGER NOT NULL REFERENCES parties (key),
  PRIMARY KEY (version_key, article_entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_links_by_party ON entity_links (party, version_key);
CREATE TABLE article_sources (
  version_key INTEGER NOT NULL REFERENCES versions (key),
  party INTEGER NOT NULL REFERENCES parties (key),
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (version_key, party, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_sources_by_party ON article_sources (party);

-- postings: what of this fact stands in fact_parties, as [[party, role], …].
CREATE TABLE facts (
  key INTEGER PRIMARY KEY REFERENCES fact_bodies (key),
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
  postings TEXT NOT NULL
) STRICT;
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

-- role: 0 takes part, 1 speaks, 2 relays (document or outlet).
CREATE TABLE fact_parties (
  party INTEGER NOT NULL,
  role INTEGER NOT NULL,
  published INTEGER NOT NULL,
  id TEXT NOT NULL,
  fact INTEGER NOT NULL,
  moment INTEGER NOT NULL,
  PRIMARY KEY (party, role, published, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_parties_by_moment ON fact_parties (party, role, moment, id);

CREATE TABLE fact_tags (
  tag TEXT NOT NULL,
  published INTEGER NOT NULL,
  id TEXT NOT NULL,
  fact INTEGER NOT NULL,
  PRIMARY KEY (tag, published, id)
) STRICT, WITHOUT ROWID;

-- Folded tokens; said: summary and cited sentences; counted: the words of what a figure counts.
CREATE TABLE fact_words (
  key INTEGER PRIMARY KEY REFERENCES facts (key),
  said TEXT NOT NULL,
  counted TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE fact_index USING fts5 (said, counted, content = '', tokenize = 'ascii');
INSERT INTO fact_index (fact_index, rank) VALUES ('secure-delete', 1);

-- What happened, in order, for clients that keep a copy.
CREATE TABLE changes (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  article_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE jobs (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  progress REAL NOT NULL,
  body BLOB,
  article_id TEXT,
  version INTEGER,
  error TEXT,
  idempotency TEXT,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE INDEX jobs_by_status ON jobs (status, key);
CREATE INDEX jobs_by_article ON jobs (article_id) WHERE article_id IS NOT NULL;

CREATE TABLE idempotency (
  key_owner TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  article_id TEXT,
  version INTEGER,
  job_id TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (key_owner, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_article ON idempotency (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX idempotency_by_job ON idempotency (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE TABLE api_keys (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
