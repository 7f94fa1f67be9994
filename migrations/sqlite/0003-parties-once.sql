-- The facts of a party are kept in one order only: a second one cost each article 40 pages of writing. By time they are sorted when asked for.
DROP INDEX fact_parties_by_moment;
ALTER TABLE fact_parties DROP COLUMN moment;
