DROP TABLE IF EXISTS reactions, comments, posts, users, measurements;

CREATE TABLE users (
    id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL,
    city text,
    created_at timestamptz NOT NULL
);

CREATE TABLE posts (
    id integer NOT NULL PRIMARY KEY,
    author_id integer NOT NULL,
    category text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    score integer NOT NULL,
    published_at timestamptz NOT NULL
);

CREATE TABLE comments (
    id integer NOT NULL PRIMARY KEY,
    post_id integer NOT NULL,
    author_id integer NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE reactions (
    id integer NOT NULL PRIMARY KEY,
    post_id integer NOT NULL,
    user_id integer NOT NULL,
    kind text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE measurements (
    id bigint NOT NULL PRIMARY KEY,
    device integer NOT NULL,
    label text NOT NULL,
    note text,
    taken_at timestamptz NOT NULL,
    received_at timestamp NOT NULL,
    active boolean NOT NULL,
    amount numeric(12, 2) NOT NULL,
    ratio double precision NOT NULL,
    token uuid NOT NULL,
    day date NOT NULL,
    attempts integer
);
