-- The demo bookshop on MySQL. The same content as postgresql.sql; io.fraiseql.server.demo.DemoData fills it.
-- An index for each foreign key comes with the key.

CREATE TABLE country (
    code varchar(190) NOT NULL PRIMARY KEY,
    name text NOT NULL,
    population bigint,
    vat decimal(5, 3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE publisher (
    publisher_id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    country_id varchar(190),
    founded date,
    "group" text,
    website text,
    FOREIGN KEY (country_id) REFERENCES country (code)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE category (
    category_id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    parent_id integer,
    position integer NOT NULL,
    FOREIGN KEY (parent_id) REFERENCES category (category_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE author (
    author_id integer NOT NULL PRIMARY KEY,
    public_id char(36) NOT NULL UNIQUE,
    name text NOT NULL,
    email text,
    born date,
    died date,
    country_id varchar(190),
    mentor_id integer,
    aliases json NOT NULL,
    biography text,
    FOREIGN KEY (country_id) REFERENCES country (code),
    FOREIGN KEY (mentor_id) REFERENCES author (author_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE book (
    book_id integer NOT NULL PRIMARY KEY,
    isbn varchar(190) NOT NULL UNIQUE,
    title text NOT NULL,
    subtitle text,
    publisher_id integer NOT NULL,
    category_id integer,
    format enum('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO') NOT NULL,
    price decimal(10, 2) NOT NULL,
    exact_cost decimal(30, 10),
    pages integer,
    rating double,
    copies_sold bigint NOT NULL,
    in_print boolean NOT NULL,
    published date,
    reading_time varchar(64),
    tags json,
    attributes json,
    cover longblob,
    added_at datetime(6) NOT NULL,
    updated_at datetime(6),
    "shelfMark" text,
    FOREIGN KEY (publisher_id) REFERENCES publisher (publisher_id),
    FOREIGN KEY (category_id) REFERENCES category (category_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE book_author (
    book_id integer NOT NULL,
    author_id integer NOT NULL,
    PRIMARY KEY (book_id, author_id),
    FOREIGN KEY (book_id) REFERENCES book (book_id),
    FOREIGN KEY (author_id) REFERENCES author (author_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE edition (
    book_id integer NOT NULL,
    number integer NOT NULL,
    released date,
    price decimal(10, 2) NOT NULL,
    note text,
    PRIMARY KEY (book_id, number),
    FOREIGN KEY (book_id) REFERENCES book (book_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE warehouse (
    warehouse_id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    opens time(6) NOT NULL,
    closes time(6),
    handling varchar(64) NOT NULL,
    location json NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE stock (
    warehouse_id integer NOT NULL,
    book_id integer NOT NULL,
    edition_number integer NOT NULL,
    quantity integer NOT NULL,
    counted_at datetime(6),
    PRIMARY KEY (warehouse_id, book_id, edition_number),
    FOREIGN KEY (book_id, edition_number) REFERENCES edition (book_id, number),
    FOREIGN KEY (warehouse_id) REFERENCES warehouse (warehouse_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE customer (
    customer_id char(36) NOT NULL PRIMARY KEY,
    name text NOT NULL,
    email varchar(190) NOT NULL UNIQUE,
    active boolean,
    birthday date,
    loyalty_points bigint NOT NULL,
    balance decimal(12, 2) NOT NULL,
    interests json NOT NULL,
    preferences json,
    joined_at datetime(6) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE address (
    address_id integer NOT NULL PRIMARY KEY,
    customer_id char(36) NOT NULL,
    street text NOT NULL,
    city text NOT NULL,
    postal_code text,
    country_id varchar(190) NOT NULL,
    FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
    FOREIGN KEY (country_id) REFERENCES country (code)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE "order" (
    order_id bigint NOT NULL PRIMARY KEY,
    customer_id char(36) NOT NULL,
    billing_address_id integer,
    shipping_address_id integer NOT NULL,
    status enum('NEW', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED') NOT NULL,
    gift boolean,
    total decimal(12, 2) NOT NULL,
    placed_at datetime(6) NOT NULL,
    shipped_at datetime(6),
    "from" text,
    FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
    FOREIGN KEY (billing_address_id) REFERENCES address (address_id),
    FOREIGN KEY (shipping_address_id) REFERENCES address (address_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE order_line (
    order_id bigint NOT NULL,
    line_number integer NOT NULL,
    book_id integer NOT NULL,
    quantity integer NOT NULL,
    unit_price decimal(10, 2) NOT NULL,
    discount decimal(4, 3),
    PRIMARY KEY (order_id, line_number),
    FOREIGN KEY (order_id) REFERENCES "order" (order_id),
    FOREIGN KEY (book_id) REFERENCES book (book_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE review (
    review_id integer NOT NULL PRIMARY KEY,
    book_id integer NOT NULL,
    customer_id char(36),
    stars integer NOT NULL,
    body text,
    helpful integer NOT NULL,
    created_at datetime(6) NOT NULL,
    FOREIGN KEY (book_id) REFERENCES book (book_id),
    FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE specimen (
    specimen_id integer NOT NULL PRIMARY KEY,
    an_int integer,
    a_bigint bigint,
    a_float double,
    a_decimal decimal(12, 4),
    a_big_decimal decimal(38, 10),
    a_text text,
    a_boolean boolean,
    a_uuid char(36),
    a_datetime datetime(6),
    a_local_datetime datetime(6),
    a_date date,
    a_time time(6),
    a_duration varchar(64),
    a_json json,
    some_bytes longblob,
    a_format enum('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO'),
    some_texts json,
    some_ints json,
    some_formats json
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE VIEW book_overview AS
SELECT b.book_id, b.title, b.price, b.in_print, p.name AS publisher_name, c.name AS category_name
FROM book b
JOIN publisher p ON p.publisher_id = b.publisher_id
LEFT JOIN category c ON c.category_id = b.category_id;

CREATE VIEW v_author_profile AS
SELECT
    a.author_id,
    a.country_id,
    JSON_OBJECT(
        'author_id', a.author_id,
        'public_id', a.public_id,
        'name', a.name,
        'email', a.email,
        'born', CAST(a.born AS char),
        'alive', JSON_EXTRACT(IF(a.died IS NULL, 'true', 'false'), '$'),
        'aliases', JSON_EXTRACT(a.aliases, '$'),
        'country', JSON_EXTRACT((
            SELECT JSON_OBJECT('code', c.code, 'name', c.name, 'population', c.population)
            FROM country c
            WHERE c.code = a.country_id
        ), '$'),
        'books', JSON_EXTRACT(COALESCE((
            SELECT JSON_ARRAYAGG(
                JSON_OBJECT(
                    'book_id', b.book_id, 'title', b.title, 'price', CAST(b.price AS char), 'rating', b.rating,
                    'in_print', JSON_EXTRACT(IF(b.in_print, 'true', 'false'), '$'), 'format', CAST(b.format AS char)
                )
            ) OVER (ORDER BY b.book_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
            FROM book_author l
            JOIN book b ON b.book_id = l.book_id
            WHERE l.author_id = a.author_id
            LIMIT 1
        ), '[]'), '$')
    ) AS data
FROM author a;

CREATE VIEW v_order_summary AS
SELECT
    o.order_id,
    o.customer_id,
    JSON_OBJECT(
        'order_id', o.order_id,
        'status', CAST(o.status AS char),
        'total', CAST(o.total AS char),
        'gift', JSON_EXTRACT(CASE o.gift WHEN TRUE THEN 'true' WHEN FALSE THEN 'false' ELSE 'null' END, '$'),
        'placed_at', DATE_FORMAT(o.placed_at, '%Y-%m-%dT%H:%i:%sZ'),
        'customer', JSON_EXTRACT((
            SELECT JSON_OBJECT(
                'customer_id', c.customer_id, 'name', c.name, 'email', c.email,
                'preferences', JSON_EXTRACT(c.preferences, '$')
            )
            FROM customer c
            WHERE c.customer_id = o.customer_id
        ), '$'),
        'lines', JSON_EXTRACT(COALESCE((
            SELECT JSON_ARRAYAGG(
                JSON_OBJECT(
                    'line_number', l.line_number, 'title', b.title, 'quantity', l.quantity,
                    'unit_price', CAST(l.unit_price AS char)
                )
            ) OVER (ORDER BY l.line_number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
            FROM order_line l
            JOIN book b ON b.book_id = l.book_id
            WHERE l.order_id = o.order_id
            LIMIT 1
        ), '[]'), '$')
    ) AS data
FROM "order" o;
