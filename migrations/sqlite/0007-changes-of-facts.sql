-- Which facts a change is about: their ids as a JSON array, a few hundred to a row; NULL where it is about the article itself.
ALTER TABLE changes ADD COLUMN facts TEXT;
