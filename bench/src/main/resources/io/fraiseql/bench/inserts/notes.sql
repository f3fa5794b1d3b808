CREATE TABLE notes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id integer NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    score integer NOT NULL
)
