package io.fraiseql.core.rule;

import io.fraiseql.spi.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Five fields as cron has them: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday). When both days are
 * restricted, either is enough. Immutable.
 */
public final class CronExpression {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int SUNDAY = 7;

    /** The 29th of February is up to eight years away. */
    private static final int MOST_DAYS = 366 * 9;

    private final String text;
    private final CronField minute;
    private final CronField hour;
    private final CronField day;
    private final CronField month;
    private final CronField weekday;

    private CronExpression(String text, String[] fields) {
        this.text = text;
        this.minute = CronField.parse(fields[0], "minute", 0, 59, List.of());
        this.hour = CronField.parse(fields[1], "hour", 0, 23, List.of());
        this.day = CronField.parse(fields[2], "day of the month", 1, 31, List.of());
        this.month = CronField.parse(fields[3], "month", 1, 12, MONTHS);
        this.weekday = CronField.parse(fields[4], "day of the week", 0, SUNDAY, DAYS);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    public static CronExpression parse(String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "`" + text + "` must have five fields: minute, hour, day of the month, month, day of the week");
        }
        CronExpression expression = new CronExpression(text.strip(), fields);
        if (expression.next(Instant.EPOCH, ZoneId.of("UTC")) == null) {
            throw new IllegalArgumentException("`" + text + "` names days that no month has");
        }
        return expression;
    }

    /**
     * The first time after another. What the clocks of the zone jump over comes as much later as they jump; what they show twice
     * comes the first time.
     */
    public @Nullable Instant next(Instant after, ZoneId zone) {
        LocalDateTime now = after.atZone(zone).toLocalDateTime();
        LocalDate date = now.toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++, date = date.plusDays(1)) {
            if (isDay(date)) {
                Instant found = onDay(date, i == 0 ? now.toLocalTime() : LocalTime.MIN, after, zone);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean isDay(LocalDate date) {
        if (!month.has(date.getMonthValue())) {
            return false;
        }
        int number = date.getDayOfWeek().getValue();
        boolean byWeek = weekday.has(number) || number == SUNDAY && weekday.has(0);
        boolean byMonth = day.has(date.getDayOfMonth());
        return day.any() || weekday.any() ? byWeek && byMonth : byWeek || byMonth;
    }

    private @Nullable Instant onDay(LocalDate date, LocalTime from, Instant after, ZoneId zone) {
        for (int h = hour.values().nextSetBit(from.getHour());
                h >= 0;
                h = hour.values().nextSetBit(h + 1)) {
            int first = h == from.getHour() ? from.getMinute() : 0;
            for (int m = minute.values().nextSetBit(first);
                    m >= 0;
                    m = minute.values().nextSetBit(m + 1)) {
                Instant found = date.atTime(h, m).atZone(zone).toInstant();
                if (found.isAfter(after)) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
