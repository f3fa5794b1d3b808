package io.fraiseql.plugin.jdbc.cell;

import io.fraiseql.plugin.jdbc.value.IsoReader;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times from their text, unless a dialect has better: the text tells a zero date from a null, and documents have it too. A
 * zero in a date, a time of 24 hours or more and a negative one are no value of their type.
 */
public class TimeCell extends Cell {

    private static final long MICROS_OF_DAY = 86_400_000_000L;
    private static final long MICROS_OF_SECOND = 1_000_000L;
    private static final int NANOS_OF_MICRO = 1000;

    private final ColumnType type;
    private long value;

    public TimeCell(ColumnType type) {
        this.type = type;
    }

    @Override
    protected final boolean decode(ResultSet rows, int column) throws SQLException {
        LocalDateTime typed = dateTime(rows, column);
        if (typed != null) {
            value = typed.toEpochSecond(ZoneOffset.UTC) * MICROS_OF_SECOND + typed.getNano() / NANOS_OF_MICRO;
            return true;
        }
        String text = rows.getString(column);
        value = text == null ? 0 : read(iso(text));
        return text != null;
    }

    /** A date and time, in UTC if it is an instant, that the driver gives without its text; by default none, and the text is read. */
    protected @Nullable LocalDateTime dateTime(ResultSet rows, int column) throws SQLException {
        return null;
    }

    /** The driver's text in the form of ISO 8601; by default it is that. */
    protected String iso(String text) {
        return text;
    }

    private long read(String text) {
        IsoReader reader = new IsoReader(text.getBytes(StandardCharsets.ISO_8859_1), expected());
        long read =
                switch (type) {
                    case DATE -> reader.date();
                    case TIME -> reader.time();
                    case DATETIME -> dateTime(reader) - reader.offset();
                    default -> dateTime(reader);
                };
        reader.end();
        return read;
    }

    private static long dateTime(IsoReader reader) {
        long days = reader.date();
        if (reader.atEnd()) {
            return days * MICROS_OF_DAY;
        }
        reader.separator();
        return days * MICROS_OF_DAY + reader.time();
    }

    private String expected() {
        return switch (type) {
            case DATE -> "a date of the years 1 to 9999";
            case TIME -> "a time of day";
            default -> "a date and time of the years 1 to 9999";
        };
    }

    @Override
    protected final long number() {
        return value;
    }
}
