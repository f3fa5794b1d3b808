package io.fraiseql.plugin.testkit.contract;

/** What a column of the contract's tables holds, and what a dialect must choose a column type for. */
public enum ColumnKind {
    /** An integer of 32 bits. */
    INT,
    /** An integer of 64 bits. */
    BIGINT,
    /** An integer of 64 bits that the database counts up by itself. */
    SEQUENCE,
    /** A binary floating-point number of 64 bits. */
    FLOAT,
    /** An exact decimal with 38 digits, 10 of them behind the point. */
    DECIMAL,
    /** An exact decimal with 10 digits, 2 of them behind the point. */
    MONEY,
    /** Text of any length. */
    TEXT,
    /** Text of at most 40 characters that can be a key. */
    NAME,
    /** True or false. */
    BOOLEAN,
    /** A UUID. */
    UUID,
    /** An instant with microseconds. */
    DATETIME,
    /** A date and time without zone, with microseconds. */
    LOCAL_DATETIME,
    /** A date. */
    DATE,
    /** A time of day with microseconds. */
    TIME,
    /** A duration; text in ISO 8601 where the database has no type for it. */
    DURATION,
    /** A JSON value. */
    JSON,
    /** Bytes. */
    BYTES,
    /** The enum {@code colour}: {@code RED}, {@code GREEN}, {@code deep blue}. */
    COLOUR,
    /** A list of texts; a JSON array where the database has no arrays. */
    TEXTS,
    /** A list of integers of 32 bits; a JSON array where the database has no arrays. */
    INTS
}
