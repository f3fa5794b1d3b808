package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.value.Misfit;
import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.plugin.sqlite.value.Times;
import io.fraiseql.plugin.sqlite.value.Utf8;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Reads a stored value as its declared type, or throws a {@link Misfit}. */
final class CellReader {

    private CellReader() {}

    /** An integer, a boolean as 0 or 1, a date or a time. */
    static long integer(Cell cell, RowShape.Column column) throws SQLException {
        return switch (column.type()) {
            case INT -> {
                long value = whole(cell, "an integer of 32 bits");
                if (value != (int) value) {
                    throw Misfit.of("an INTEGER outside 32 bits", "an integer of 32 bits");
                }
                yield value;
            }
            case BIGINT -> whole(cell, "an integer of 64 bits");
            case BOOLEAN -> {
                long value = whole(cell, "the INTEGER 0 or 1");
                if (value != 0 && value != 1) {
                    throw Misfit.of("another INTEGER", "0 or 1");
                }
                yield value;
            }
            case DATETIME -> Times.instant(cell, TimeStorage.of(column.sql()));
            case LOCAL_DATETIME -> Times.local(cell, TimeStorage.of(column.sql()));
            case DATE -> Times.date(cell, TimeStorage.of(column.sql()));
            case TIME -> Times.time(cell, TimeStorage.of(column.sql()));
            default -> throw new IllegalStateException(column.type() + " is not read as a long");
        };
    }

    /** A floating-point number. */
    static double real(Cell cell, RowShape.Column column) throws SQLException {
        double value =
                switch (cell.storage()) {
                    case INTEGER -> cell.integer();
                    case REAL -> cell.real();
                    default -> throw Misfit.of(cell.storage().name(), "a number");
                };
        return switch (column.type()) {
            case FLOAT -> finite(value);
            case FLOAT32 -> finite((float) value);
            default -> throw new IllegalStateException(column.type() + " is not read as a double");
        };
    }

    /** A text, a decimal, a duration, a JSON text or bytes. */
    static byte[] bytes(Cell cell, RowShape.Column column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> text(cell, "TEXT");
            case JSON -> text(cell, "JSON text");
            case DECIMAL -> decimal(cell, column.sql());
            case DURATION -> ascii(Times.duration(cell).toString());
            case BYTES -> blob(cell);
            default -> throw new IllegalStateException(column.type() + " is not read as bytes");
        };
    }

    private static long whole(Cell cell, String expected) throws SQLException {
        if (cell.storage() != StorageClass.INTEGER) {
            throw Misfit.of(cell.storage().name(), expected);
        }
        return cell.integer();
    }

    private static double finite(double value) {
        if (Double.isInfinite(value)) {
            throw Misfit.of("an infinity", "a number");
        }
        return value;
    }

    private static byte[] text(Cell cell, String expected) throws SQLException {
        if (cell.storage() != StorageClass.TEXT) {
            throw Misfit.of(cell.storage().name(), expected);
        }
        byte[] bytes = cell.bytes();
        Utf8.require(bytes);
        return bytes;
    }

    private static byte[] decimal(Cell cell, @Nullable SqlType sql) throws SQLException {
        return ascii(Decimals.read(cell, sql == null ? null : sql.scale()).toPlainString());
    }

    private static byte[] blob(Cell cell) throws SQLException {
        if (cell.storage() != StorageClass.BLOB) {
            throw Misfit.of(cell.storage().name(), "a BLOB");
        }
        return cell.bytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
