-- How often a job was begun: one that ends the process each time is given up.
ALTER TABLE jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
