-- The demo bookshop on SQL Server. The same content as postgresql.sql; io.fraiseql.server.demo.DemoData fills it.

CREATE TABLE country (
    code nvarchar(190) NOT NULL PRIMARY KEY,
    name nvarchar(max) NOT NULL,
    population bigint,
    vat decimal(5, 3)
);

CREATE TABLE publisher (
    publisher_id integer NOT NULL PRIMARY KEY,
    name nvarchar(max) NOT NULL,
    country_id nvarchar(190),
    founded date,
    "group" nvarchar(max),
    website nvarchar(max),
    FOREIGN KEY (country_id) REFERENCES country (code)
);

CREATE TABLE category (
    category_id integer NOT NULL PRIMARY KEY,
    name nvarchar(max) NOT NULL,
    parent_id integer,
    position integer NOT NULL,
    FOREIGN KEY (parent_id) REFERENCES category (category_id)
);

CREATE TABLE author (
    author_id integer NOT NULL PRIMARY KEY,
    public_id uniqueidentifier NOT NULL UNIQUE,
    name nvarchar(max) NOT NULL,
    email nvarchar(max),
    born date,
    died date,
    country_id nvarchar(190),
    mentor_id integer,
    aliases nvarchar(max) NOT NULL,
    biography nvarchar(max),
    FOREIGN KEY (country_id) REFERENCES country (code),
    FOREIGN KEY (mentor_id) REFERENCES author (author_id)
);

CREATE TABLE book (
    book_id integer NOT NULL PRIMARY KEY,
    isbn nvarchar(190) NOT NULL UNIQUE,
    title nvarchar(max) NOT NULL,
    subtitle nvarchar(max),
    publisher_id integer NOT NULL,
    category_id integer,
    format nvarchar(20) NOT NULL CHECK (format IN ('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO')),
    price decimal(10, 2) NOT NULL,
    exact_cost decimal(30, 10),
    pages integer,
    rating float,
    copies_sold bigint NOT NULL,
    in_print bit NOT NULL,
    published date,
    reading_time nvarchar(64),
    tags nvarchar(max),
    attributes nvarchar(max) CHECK (ISJSON(attributes) = 1),
    cover varbinary(max),
    added_at datetimeoffset(6) NOT NULL,
    updated_at datetime2(6),
    "shelfMark" nvarchar(max),
    FOREIGN KEY (publisher_id) REFERENCES publisher (publisher_id),
    FOREIGN KEY (category_id) REFERENCES category (category_id)
);

CREATE TABLE book_author (
    book_id integer NOT NULL,
    author_id integer NOT NULL,
    PRIMARY KEY (book_id, author_id),
    FOREIGN KEY (book_id) REFERENCES book (book_id),
    FOREIGN KEY (author_id) REFERENCES author (author_id)
);

CREATE TABLE edition (
    book_id integer NOT NULL,
    number integer NOT NULL,
    released date,
    price decimal(10, 2) NOT NULL,
    note nvarchar(max),
    PRIMARY KEY (book_id, number),
    FOREIGN KEY (book_id) REFERENCES book (book_id)
);

CREATE TABLE warehouse (
    warehouse_id integer NOT NULL PRIMARY KEY,
    name nvarchar(max) NOT NULL,
    opens time(6) NOT NULL,
    closes time(6),
    handling nvarchar(64) NOT NULL,
    location nvarchar(max) NOT NULL CHECK (ISJSON(location) = 1)
);

CREATE TABLE stock (
    warehouse_id integer NOT NULL,
    book_id integer NOT NULL,
    edition_number integer NOT NULL,
    quantity integer NOT NULL,
    counted_at datetime2(6),
    PRIMARY KEY (warehouse_id, book_id, edition_number),
    FOREIGN KEY (book_id, edition_number) REFERENCES edition (book_id, number),
    FOREIGN KEY (warehouse_id) REFERENCES warehouse (warehouse_id)
);

CREATE TABLE customer (
    customer_id uniqueidentifier NOT NULL PRIMARY KEY,
    name nvarchar(max) NOT NULL,
    email nvarchar(190) NOT NULL UNIQUE,
    active bit,
    birthday date,
    loyalty_points bigint NOT NULL,
    balance decimal(12, 2) NOT NULL,
    interests nvarchar(max) NOT NULL,
    preferences nvarchar(max) CHECK (ISJSON(preferences) = 1),
    joined_at datetimeoffset(6) NOT NULL
);

CREATE TABLE address (
    address_id integer NOT NULL PRIMARY KEY,
    customer_id uniqueidentifier NOT NULL,
    street nvarchar(max) NOT NULL,
    city nvarchar(max) NOT NULL,
    postal_code nvarchar(max),
    country_id nvarchar(190) NOT NULL,
    FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
    FOREIGN KEY (country_id) REFERENCES country (code)
);

CREATE TABLE "order" (
    order_id bigint NOT NULL PRIMARY KEY,
    customer_id uniqueidentifier NOT NULL,
    billing_address_id integer,
    shipping_address_id integer NOT NULL,
    status nvarchar(20) NOT NULL CHECK (status IN ('NEW', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    gift bit,
    total decimal(12, 2) NOT NULL,
    placed_at datetimeoffset(6) NOT NULL,
    shipped_at datetimeoffset(6),
    "from" nvarchar(max),
    FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
    FOREIGN KEY (billing_address_id) REFERENCES address (address_id),
    FOREIGN KEY (shipping_address_id) REFERENCES address (address_id)
);

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
);

CREATE TABLE review (
    review_id integer NOT NULL PRIMARY KEY,
    book_id integer NOT NULL,
    customer_id uniqueidentifier,
    stars integer NOT NULL,
    body nvarchar(max),
    helpful integer NOT NULL,
    created_at datetimeoffset(6) NOT NULL,
    FOREIGN KEY (book_id) REFERENCES book (book_id),
    FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
);

CREATE TABLE specimen (
    specimen_id integer NOT NULL PRIMARY KEY,
    an_int integer,
    a_bigint bigint,
    a_float float,
    a_decimal decimal(12, 4),
    a_big_decimal decimal(38, 10),
    a_text nvarchar(max),
    a_boolean bit,
    a_uuid uniqueidentifier,
    a_datetime datetimeoffset(6),
    a_local_datetime datetime2(6),
    a_date date,
    a_time time(6),
    a_duration nvarchar(64),
    a_json nvarchar(max) CHECK (ISJSON(a_json) = 1),
    some_bytes varbinary(max),
    a_format nvarchar(20) CHECK (a_format IN ('HARDCOVER', 'PAPERBACK', 'EBOOK', 'AUDIO')),
    some_texts nvarchar(max),
    some_ints nvarchar(max),
    some_formats nvarchar(max)
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
    (
        SELECT
            a.author_id AS author_id,
            LOWER(CAST(a.public_id AS char(36))) AS public_id,
            a.name AS name,
            a.email AS email,
            a.born AS born,
            CAST(CASE WHEN a.died IS NULL THEN 1 ELSE 0 END AS bit) AS alive,
            JSON_QUERY(a.aliases) AS aliases,
            JSON_QUERY((
                SELECT c.code AS code, c.name AS name, c.population AS population
                FROM country c
                WHERE c.code = a.country_id
                FOR JSON PATH, INCLUDE_NULL_VALUES, WITHOUT_ARRAY_WRAPPER
            )) AS country,
            JSON_QUERY(COALESCE((
                SELECT
                    b.book_id AS book_id,
                    b.title AS title,
                    CAST(b.price AS varchar(20)) AS price,
                    b.rating AS rating,
                    b.in_print AS in_print,
                    b.format AS format
                FROM book_author l
                JOIN book b ON b.book_id = l.book_id
                WHERE l.author_id = a.author_id
                ORDER BY b.book_id
                FOR JSON PATH, INCLUDE_NULL_VALUES
            ), '[]')) AS books
        FOR JSON PATH, INCLUDE_NULL_VALUES, WITHOUT_ARRAY_WRAPPER
    ) AS data
FROM author a;

CREATE VIEW v_order_summary AS
SELECT
    o.order_id,
    o.customer_id,
    (
        SELECT
            o.order_id AS order_id,
            o.status AS status,
            CAST(o.total AS varchar(20)) AS total,
            o.gift AS gift,
            CONVERT(varchar(33), CAST(o.placed_at AS datetimeoffset(0)), 127) AS placed_at,
            JSON_QUERY((
                SELECT
                    LOWER(CAST(c.customer_id AS char(36))) AS customer_id,
                    c.name AS name,
                    c.email AS email,
                    JSON_QUERY(c.preferences) AS preferences
                FROM customer c
                WHERE c.customer_id = o.customer_id
                FOR JSON PATH, INCLUDE_NULL_VALUES, WITHOUT_ARRAY_WRAPPER
            )) AS customer,
            JSON_QUERY(COALESCE((
                SELECT
                    l.line_number AS line_number,
                    b.title AS title,
                    l.quantity AS quantity,
                    CAST(l.unit_price AS varchar(20)) AS unit_price
                FROM order_line l
                JOIN book b ON b.book_id = l.book_id
                WHERE l.order_id = o.order_id
                ORDER BY l.line_number
                FOR JSON PATH, INCLUDE_NULL_VALUES
            ), '[]')) AS lines
        FOR JSON PATH, INCLUDE_NULL_VALUES, WITHOUT_ARRAY_WRAPPER
    ) AS data
FROM "order" o;
