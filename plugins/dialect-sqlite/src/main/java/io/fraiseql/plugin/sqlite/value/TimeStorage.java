package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a column stores dates and times: the {@code storage} of its {@link SqlType}. */
public enum TimeStorage {
    /** Text in ISO 8601. */
    ISO("iso"),
    /** Seconds since 1970-01-01T00:00Z, or since midnight. */
    EPOCH_SECONDS("epoch_s"),
    /** Milliseconds since 1970-01-01T00:00Z, or since midnight. */
    EPOCH_MILLIS("epoch_ms"),
    /** Julian days as SQLite's date functions give them. */
    JULIAN("julian");

    private final String written;

    TimeStorage(String written) {
        this.written = written;
    }

    /**
     * The storage of a column; {@link #ISO} when nothing is declared.
     *
     * @throws FraiseqlException {@code MISCONFIGURED} for an unknown name
     */
    public static TimeStorage of(@Nullable SqlType sql) {
        String name = sql == null ? null : sql.storage();
        if (name == null) {
            return ISO;
        }
        for (TimeStorage storage : values()) {
            if (storage.written.equals(name)) {
                return storage;
            }
        }
        String known = Arrays.stream(values()).map(s -> s.written).collect(Collectors.joining(", "));
        throw new FraiseqlException(
                DatabaseErrorCode.MISCONFIGURED,
                "the storage '" + name + "' of a date or time is unknown on SQLite; write one of " + known);
    }
}
