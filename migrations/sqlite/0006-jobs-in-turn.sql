-- A job whose process ended with it lets the others go first.
CREATE INDEX jobs_in_turn ON jobs (attempts, key) WHERE status = 'queued' AND body IS NOT NULL;
