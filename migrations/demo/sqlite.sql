-- The demo bookshop on SQLite. The same content as postgresql.sql; io.fraiseql.server.demo.DemoData fills it.

CREATE TABLE country (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    population BIGINT,
    vat NUMERIC(5, 3)
);

CREATE TABLE publisher (
    publisher_id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    country_id TEXT REFERENCES country (code),
    founded DATE,
    "group" TEXT,
    website TEXT
);

CREATE TABLE category (
    category_id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES category (category_id),
    position INTEGER NOT NULL
);

CREATE TABLE author (
    author_id INTEGER NOT NULL PRIMARY KEY,
    public_id UUID NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT,
    born DATE,
    died DATE,
    country_id TEXT REFERENCES country (code),
    mentor_id INTEGER REFERENCES author (author_id),
    aliases "TEXT[]" NOT NULL,
    biography TEXT
);

CREATE TABLE book (
    book_id INTEGER NOT NULL PRIMARY KEY,
    isbn TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    subtitle TEXT,
    publisher_id INTEGER NOT NULL REFERENCES publisher (publisher_id),
    category_id INTEGER REFERENCES category (category_id),
    format TEXT NOT NULL CHECK (format IN ('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO')),
    price NUMERIC(10, 2) NOT NULL,
    exact_cost DECIMAL_TEXT(30, 10),
    pages INTEGER,
    rating DOUBLE,
    copies_sold BIGINT NOT NULL,
    in_print BOOLEAN NOT NULL,
    published DATE,
    reading_time INTERVAL,
    tags "TEXT[]",
    attributes JSON,
    cover BLOB,
    added_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMP,
    "shelfMark" TEXT
);

CREATE TABLE book_author (
    book_id INTEGER NOT NULL REFERENCES book (book_id),
    author_id INTEGER NOT NULL REFERENCES author (author_id),
    PRIMARY KEY (book_id, author_id)
);

CREATE TABLE edition (
    book_id INTEGER NOT NULL REFERENCES book (book_id),
    number INTEGER NOT NULL,
    released DATE,
    price NUMERIC(10, 2) NOT NULL,
    note TEXT,
    PRIMARY KEY (book_id, number)
);

CREATE TABLE warehouse (
    warehouse_id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    opens TIME NOT NULL,
    closes TIME,
    handling INTERVAL NOT NULL,
    location JSON NOT NULL
);

CREATE TABLE stock (
    warehouse_id INTEGER NOT NULL REFERENCES warehouse (warehouse_id),
    book_id INTEGER NOT NULL,
    edition_number INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    counted_at TIMESTAMP,
    PRIMARY KEY (warehouse_id, book_id, edition_number),
    FOREIGN KEY (book_id, edition_number) REFERENCES edition (book_id, number)
);

CREATE TABLE customer (
    customer_id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    active BOOLEAN,
    birthday DATE,
    loyalty_points BIGINT NOT NULL,
    balance NUMERIC(12, 2) NOT NULL,
    interests "TEXT[]" NOT NULL,
    preferences JSON,
    joined_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE address (
    address_id INTEGER NOT NULL PRIMARY KEY,
    customer_id UUID NOT NULL REFERENCES customer (customer_id),
    street TEXT NOT NULL,
    city TEXT NOT NULL,
    postal_code TEXT,
    country_id TEXT NOT NULL REFERENCES country (code)
);

CREATE TABLE "order" (
    order_id BIGINT NOT NULL PRIMARY KEY,
    customer_id UUID NOT NULL REFERENCES customer (customer_id),
    billing_address_id INTEGER REFERENCES address (address_id),
    shipping_address_id INTEGER NOT NULL REFERENCES address (address_id),
    status TEXT NOT NULL CHECK (status IN ('NEW', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    gift BOOLEAN,
    total NUMERIC(12, 2) NOT NULL,
    placed_at TIMESTAMPTZ NOT NULL,
    shipped_at TIMESTAMPTZ,
    "from" TEXT
);

CREATE TABLE order_line (
    order_id BIGINT NOT NULL REFERENCES "order" (order_id),
    line_number INTEGER NOT NULL,
    book_id INTEGER NOT NULL REFERENCES book (book_id),
    quantity INTEGER NOT NULL,
    unit_price NUMERIC(10, 2) NOT NULL,
    discount NUMERIC(4, 3),
    PRIMARY KEY (order_id, line_number)
);

CREATE TABLE review (
    review_id INTEGER NOT NULL PRIMARY KEY,
    book_id INTEGER NOT NULL REFERENCES book (book_id),
    customer_id UUID REFERENCES customer (customer_id),
    stars INTEGER NOT NULL,
    body TEXT,
    helpful INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE specimen (
    specimen_id INTEGER NOT NULL PRIMARY KEY,
    an_int INTEGER,
    a_bigint BIGINT,
    a_float DOUBLE,
    a_decimal NUMERIC(12, 4),
    a_big_decimal DECIMAL_TEXT(38, 10),
    a_text TEXT,
    a_boolean BOOLEAN,
    a_uuid UUID,
    a_datetime TIMESTAMPTZ,
    a_local_datetime TIMESTAMP,
    a_date DATE,
    a_time TIME,
    a_duration INTERVAL,
    a_json JSON,
    some_bytes BLOB,
    a_format TEXT CHECK (a_format IN ('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO')),
    some_texts "TEXT[]",
    some_ints "INTEGER[]",
    some_formats "TEXT[]"
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
    json_object(
        'author_id', a.author_id,
        'public_id', a.public_id,
        'name', a.name,
        'email', a.email,
        'born', a.born,
        'alive', json(iif(a.died IS NULL, 'true', 'false')),
        'aliases', json(a.aliases),
        'country', json((
            SELECT json_object('code', c.code, 'name', c.name, 'population', c.population)
            FROM country c
            WHERE c.code = a.country_id
        )),
        'books', json(coalesce((
            SELECT json_group_array(
                json_object(
                    'book_id', b.book_id, 'title', b.title, 'price', printf('%.2f', b.price),
                    'rating', b.rating, 'in_print', json(iif(b.in_print, 'true', 'false')), 'format', b.format
                ) ORDER BY b.book_id
            )
            FROM book_author l
            JOIN book b ON b.book_id = l.book_id
            WHERE l.author_id = a.author_id
        ), '[]'))
    ) AS data
FROM author a;

CREATE VIEW v_order_summary AS
SELECT
    o.order_id,
    o.customer_id,
    json_object(
        'order_id', o.order_id,
        'status', o.status,
        'total', printf('%.2f', o.total),
        'gift', json(CASE o.gift WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END),
        'placed_at', o.placed_at,
        'customer', json((
            SELECT json_object(
                'customer_id', c.customer_id, 'name', c.name, 'email', c.email, 'preferences', json(c.preferences)
            )
            FROM customer c
            WHERE c.customer_id = o.customer_id
        )),
        'lines', json(coalesce((
            SELECT json_group_array(
                json_object(
                    'line_number', l.line_number, 'title', b.title, 'quantity', l.quantity,
                    'unit_price', printf('%.2f', l.unit_price)
                ) ORDER BY l.line_number
            )
            FROM order_line l
            JOIN book b ON b.book_id = l.book_id
            WHERE l.order_id = o.order_id
        ), '[]'))
    ) AS data
FROM "order" o;
