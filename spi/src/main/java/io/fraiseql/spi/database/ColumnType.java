package io.fraiseql.spi.database;

/**
 * The type of a value between a database and the engine: how {@link RowCursor} reads it and which Java class binds it. The same
 * on every dialect.
 */
public enum ColumnType {
    /** {@link RowCursor#getBoolean}; bound as {@link Boolean}. */
    BOOLEAN,
    /** 32 bits; {@link RowCursor#getLong}; bound as {@link Long}. */
    INT,
    /** 64 bits; {@link RowCursor#getLong}; bound as {@link Long}. */
    BIGINT,
    /** 32 bits; {@link RowCursor#getDouble} holds the float's value; bound as {@link Double}. */
    FLOAT32,
    /** 64 bits; {@link RowCursor#getDouble}; bound as {@link Double}. */
    FLOAT,
    /** Exact; {@link RowCursor#getBytes} as plain ASCII digits with the stored scale, no exponent; bound as {@link java.math.BigDecimal}. */
    DECIMAL,
    /** {@link RowCursor#getBytes} as UTF-8; bound as {@link String}. Enums and validated strings too. */
    TEXT,
    /** {@link RowCursor#getUuidHigh} and {@link RowCursor#getUuidLow}; bound as {@link java.util.UUID}. */
    UUID,
    /** An instant; {@link RowCursor#getLong} as microseconds since 1970-01-01T00:00Z; bound as {@link java.time.OffsetDateTime}. */
    DATETIME,
    /** A wall-clock time without zone; {@link RowCursor#getLong} as microseconds since 1970-01-01T00:00; bound as {@link java.time.LocalDateTime}. */
    LOCAL_DATETIME,
    /** {@link RowCursor#getLong} as days since 1970-01-01; bound as {@link java.time.LocalDate}. */
    DATE,
    /** {@link RowCursor#getLong} as microseconds since midnight; bound as {@link java.time.LocalTime}. */
    TIME,
    /** {@link RowCursor#getBytes} as an ISO 8601 duration in ASCII; bound as {@link String} of the same form. */
    DURATION,
    /** {@link RowCursor#getBytes} as JSON text in UTF-8; bound as {@link String} of JSON text. */
    JSON,
    /** {@link RowCursor#getBytes} as raw bytes; bound as {@code byte[]}. */
    BYTES
}
