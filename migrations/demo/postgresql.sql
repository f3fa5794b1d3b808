-- The demo bookshop on PostgreSQL. The same content as sqlite.sql; io.fraiseql.server.demo.DemoData fills it.

CREATE TYPE book_format AS ENUM ('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO');

CREATE TYPE order_status AS ENUM ('NEW', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED');

CREATE TABLE country (
    code text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    population bigint,
    vat numeric(5, 3)
);

CREATE TABLE publisher (
    publisher_id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    country_id text REFERENCES country (code),
    founded date,
    "group" text,
    website text
);

CREATE TABLE category (
    category_id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    parent_id integer REFERENCES category (category_id),
    position integer NOT NULL
);

CREATE TABLE author (
    author_id integer NOT NULL PRIMARY KEY,
    public_id uuid NOT NULL UNIQUE,
    name text NOT NULL,
    email text,
    born date,
    died date,
    country_id text REFERENCES country (code),
    mentor_id integer REFERENCES author (author_id),
    aliases text[] NOT NULL,
    biography text
);

CREATE TABLE book (
    book_id integer NOT NULL PRIMARY KEY,
    isbn text NOT NULL UNIQUE,
    title text NOT NULL,
    subtitle text,
    publisher_id integer NOT NULL REFERENCES publisher (publisher_id),
    category_id integer REFERENCES category (category_id),
    format book_format NOT NULL,
    price numeric(10, 2) NOT NULL,
    exact_cost numeric(30, 10),
    pages integer,
    rating double precision,
    copies_sold bigint NOT NULL,
    in_print boolean NOT NULL,
    published date,
    reading_time interval,
    tags text[],
    attributes jsonb,
    cover bytea,
    added_at timestamp with time zone NOT NULL,
    updated_at timestamp without time zone,
    "shelfMark" text
);

CREATE TABLE book_author (
    book_id integer NOT NULL REFERENCES book (book_id),
    author_id integer NOT NULL REFERENCES author (author_id),
    PRIMARY KEY (book_id, author_id)
);

CREATE TABLE edition (
    book_id integer NOT NULL REFERENCES book (book_id),
    number integer NOT NULL,
    released date,
    price numeric(10, 2) NOT NULL,
    note text,
    PRIMARY KEY (book_id, number)
);

CREATE TABLE warehouse (
    warehouse_id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    opens time NOT NULL,
    closes time,
    handling interval NOT NULL,
    location jsonb NOT NULL
);

CREATE TABLE stock (
    warehouse_id integer NOT NULL REFERENCES warehouse (warehouse_id),
    book_id integer NOT NULL,
    edition_number integer NOT NULL,
    quantity integer NOT NULL,
    counted_at timestamp without time zone,
    PRIMARY KEY (warehouse_id, book_id, edition_number),
    FOREIGN KEY (book_id, edition_number) REFERENCES edition (book_id, number)
);

CREATE TABLE customer (
    customer_id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL UNIQUE,
    active boolean,
    birthday date,
    loyalty_points bigint NOT NULL,
    balance numeric(12, 2) NOT NULL,
    interests text[] NOT NULL,
    preferences jsonb,
    joined_at timestamp with time zone NOT NULL
);

CREATE TABLE address (
    address_id integer NOT NULL PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customer (customer_id),
    street text NOT NULL,
    city text NOT NULL,
    postal_code text,
    country_id text NOT NULL REFERENCES country (code)
);

CREATE TABLE "order" (
    order_id bigint NOT NULL PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customer (customer_id),
    billing_address_id integer REFERENCES address (address_id),
    shipping_address_id integer NOT NULL REFERENCES address (address_id),
    status order_status NOT NULL,
    gift boolean,
    total numeric(12, 2) NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    shipped_at timestamp with time zone,
    "from" text
);

CREATE TABLE order_line (
    order_id bigint NOT NULL REFERENCES "order" (order_id),
    line_number integer NOT NULL,
    book_id integer NOT NULL REFERENCES book (book_id),
    quantity integer NOT NULL,
    unit_price numeric(10, 2) NOT NULL,
    discount numeric(4, 3),
    PRIMARY KEY (order_id, line_number)
);

CREATE TABLE review (
    review_id integer NOT NULL PRIMARY KEY,
    book_id integer NOT NULL REFERENCES book (book_id),
    customer_id uuid REFERENCES customer (customer_id),
    stars integer NOT NULL,
    body text,
    helpful integer NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE specimen (
    specimen_id integer NOT NULL PRIMARY KEY,
    an_int integer,
    a_bigint bigint,
    a_float double precision,
    a_decimal numeric(12, 4),
    a_big_decimal numeric(38, 10),
    a_text text,
    a_boolean boolean,
    a_uuid uuid,
    a_datetime timestamp with time zone,
    a_local_datetime timestamp without time zone,
    a_date date,
    a_time time,
    a_duration interval,
    a_json jsonb,
    some_bytes bytea,
    a_format book_format,
    some_texts text[],
    some_ints integer[],
    some_formats book_format[]
);

CREATE INDEX publisher_country_id ON publisher (country_id);

CREATE INDEX category_parent_id ON category (parent_id);

CREATE INDEX author_country_id ON author (country_id);

CREATE INDEX author_mentor_id ON author (mentor_id);

CREATE INDEX book_publisher_id ON book (publisher_id);

CREATE INDEX book_category_id ON book (category_id);

CREATE INDEX book_author_author_id ON book_author (author_id);

CREATE INDEX stock_edition ON stock (book_id, edition_number);

CREATE INDEX address_customer_id ON address (customer_id);

CREATE INDEX order_customer_id ON "order" (customer_id);

CREATE INDEX order_billing_address_id ON "order" (billing_address_id);

CREATE INDEX order_shipping_address_id ON "order" (shipping_address_id);

CREATE INDEX order_line_book_id ON order_line (book_id);

CREATE INDEX review_book_id ON review (book_id);

CREATE INDEX review_customer_id ON review (customer_id);

CREATE VIEW book_overview AS
SELECT b.book_id, b.title, b.price, b.in_print, p.name AS publisher_name, c.name AS category_name
FROM book b
JOIN publisher p ON p.publisher_id = b.publisher_id
LEFT JOIN category c ON c.category_id = b.category_id;

CREATE VIEW v_author_profile AS
SELECT
    a.author_id,
    a.country_id,
    jsonb_build_object(
        'author_id', a.author_id,
        'public_id', a.public_id,
        'name', a.name,
        'email', a.email,
        'born', a.born,
        'alive', a.died IS NULL,
        'aliases', to_jsonb(a.aliases),
        'country', (
            SELECT jsonb_build_object('code', c.code, 'name', c.name, 'population', c.population)
            FROM country c
            WHERE c.code = a.country_id
        ),
        'books', coalesce((
            SELECT jsonb_agg(
                jsonb_build_object(
                    'book_id', b.book_id, 'title', b.title, 'price', b.price::text,
                    'rating', b.rating, 'in_print', b.in_print, 'format', b.format
                ) ORDER BY b.book_id
            )
            FROM book_author l
            JOIN book b ON b.book_id = l.book_id
            WHERE l.author_id = a.author_id
        ), '[]'::jsonb)
    ) AS data
FROM author a;

CREATE VIEW v_order_summary AS
SELECT
    o.order_id,
    o.customer_id,
    jsonb_build_object(
        'order_id', o.order_id,
        'status', o.status,
        'total', o.total::text,
        'gift', o.gift,
        'placed_at', to_char(o.placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'customer', (
            SELECT jsonb_build_object(
                'customer_id', c.customer_id, 'name', c.name, 'email', c.email, 'preferences', c.preferences
            )
            FROM customer c
            WHERE c.customer_id = o.customer_id
        ),
        'lines', coalesce((
            SELECT jsonb_agg(
                jsonb_build_object(
                    'line_number', l.line_number, 'title', b.title, 'quantity', l.quantity, 'unit_price', l.unit_price::text
                ) ORDER BY l.line_number
            )
            FROM order_line l
            JOIN book b ON b.book_id = l.book_id
            WHERE l.order_id = o.order_id
        ), '[]'::jsonb)
    ) AS data
FROM "order" o;
