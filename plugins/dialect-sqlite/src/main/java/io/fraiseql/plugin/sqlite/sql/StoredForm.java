package io.fraiseql.plugin.sqlite.sql;

import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.Locale;

/**
 * How a bound value becomes what a column stores: the opposite of {@link Form}. {@code %} stands for the value, once.
 *
 * @param bound around a bind
 * @param listed around a value out of a JSON array
 */
record StoredForm(String bound, String listed) {

    private static final StoredForm PLAIN = same("%");

    static StoredForm of(ColumnType type, @Nullable SqlType sql) {
        return switch (type) {
            case DATETIME, LOCAL_DATETIME, TIME -> time(type, TimeStorage.of(sql));
            case DATE -> date(TimeStorage.of(sql));
            case DECIMAL -> same("fraiseql_decimal_text(%, " + Form.scale(sql) + ")");
            case UUID -> Form.binaryUuid(sql) ? same("unhex(%, '-')") : PLAIN;
            case BYTES -> new StoredForm("%", "unhex(%)");
            default -> PLAIN;
        };
    }

    private static StoredForm time(ColumnType type, TimeStorage storage) {
        return switch (storage) {
            case ISO -> same("fraiseql_" + type.name().toLowerCase(Locale.ROOT) + "_text(%)");
            case EPOCH_SECONDS -> same("(% / 1000000.0)");
            case EPOCH_MILLIS -> same("(% / 1000.0)");
            case JULIAN -> same("(% / 86400000000.0 + 2440587.5)");
        };
    }

    private static StoredForm date(TimeStorage storage) {
        return switch (storage) {
            case ISO -> PLAIN;
            case EPOCH_SECONDS -> same("unixepoch(%)");
            case EPOCH_MILLIS -> same("(unixepoch(%) * 1000)");
            case JULIAN -> same("julianday(%)");
        };
    }

    private static StoredForm same(String form) {
        return new StoredForm(form, form);
    }
}
