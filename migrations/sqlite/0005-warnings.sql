-- What was doubtful when an article was taken in: JSON names. Nothing is known of what was taken in before.
ALTER TABLE versions ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';
