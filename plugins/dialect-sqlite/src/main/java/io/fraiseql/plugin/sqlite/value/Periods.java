package io.fraiseql.plugin.sqlite.value;

import io.fraiseql.spi.database.ColumnType;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Dates and times as ISO 8601 text with all digits, so that text order is time order, themselves or the start of the period they are in. */
public final class Periods {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final long MICROS = 1_000_000L;

    private Periods() {}

    /**
     * The text.
     *
     * @param unit {@code VALUE}, or the name of a {@link io.fraiseql.spi.sql.SqlAggregation.TimeBucket.Unit}
     */
    public static String of(Cell cell, ColumnType type, TimeStorage storage, String unit) throws SQLException {
        return switch (type) {
            case DATE ->
                DATE.format(
                        start(LocalDate.ofEpochDay(Times.date(cell, storage)).atStartOfDay(), unit));
            case TIME -> TIME.format(LocalTime.MIDNIGHT.plus(Times.time(cell, storage), ChronoUnit.MICROS));
            case DATETIME -> dateTime(start(local(Times.instant(cell, storage)), unit)) + "Z";
            default -> dateTime(start(local(Times.local(cell, storage)), unit));
        };
    }

    private static LocalDateTime local(long micros) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS), (int) Math.floorMod(micros, MICROS) * 1000, ZoneOffset.UTC);
    }

    private static String dateTime(LocalDateTime time) {
        return DATE.format(time) + "T" + TIME.format(time);
    }

    private static LocalDateTime start(LocalDateTime time, String unit) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case "VALUE" -> time;
            case "SECOND" -> time.truncatedTo(ChronoUnit.SECONDS);
            case "MINUTE" -> time.truncatedTo(ChronoUnit.MINUTES);
            case "HOUR" -> time.truncatedTo(ChronoUnit.HOURS);
            case "DAY" -> day;
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            case "QUARTER" -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case "YEAR" -> day.withDayOfYear(1);
            default -> throw new IllegalArgumentException("no unit " + unit);
        };
    }
}
