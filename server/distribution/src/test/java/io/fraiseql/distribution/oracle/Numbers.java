package io.fraiseql.distribution.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Sums, averages, spreads and periods by the book. */
final class Numbers {

    private Numbers() {}

    /** A {@link BigDecimal} or a {@link Double}; null where there is none. */
    static Object of(String function, Table.Column column, List<Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        boolean inexact = column.scalar() == Scalar.FLOAT;
        int scale = column.scalar() == Scalar.DECIMAL ? column.scale() : 0;
        List<BigDecimal> numbers = values.stream().map(Numbers::exact).toList();
        BigDecimal count = BigDecimal.valueOf(numbers.size());
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (function) {
            case "sum" -> inexact ? rounded(sum) : sum.setScale(scale);
            case "avg" ->
                inexact
                        ? rounded(sum.divide(count, MathContext.DECIMAL128))
                        : sum.divide(count, scale + 6, RoundingMode.HALF_UP);
            default -> spread(function, numbers, sum.divide(count, new MathContext(60)));
        };
    }

    private static Object spread(String function, List<BigDecimal> numbers, BigDecimal mean) {
        if (numbers.size() < 2) {
            return null;
        }
        BigDecimal squares =
                numbers.stream().map(number -> number.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variance = squares.divide(BigDecimal.valueOf(numbers.size() - 1L), new MathContext(60));
        return rounded(function.equals("variance") ? variance : variance.sqrt(new MathContext(60)));
    }

    private static BigDecimal exact(Object value) {
        return value instanceof Double number ? new BigDecimal(number) : new BigDecimal(value.toString());
    }

    private static double rounded(BigDecimal number) {
        return number.round(new MathContext(12, RoundingMode.HALF_EVEN)).doubleValue();
    }

    static Object period(Object value, String bucket) {
        if (bucket.equals("VALUE")) {
            return value;
        }
        if (value instanceof LocalDate date) {
            return start(date.atStartOfDay(), bucket).toLocalDate();
        }
        if (value instanceof Instant instant) {
            return start(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), bucket)
                    .toInstant(ZoneOffset.UTC);
        }
        return start((LocalDateTime) value, bucket);
    }

    private static LocalDateTime start(LocalDateTime time, String bucket) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (bucket) {
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> day.with(TemporalAdjusters.firstDayOfMonth());
            case "QUARTER" -> day.with(IsoFields.DAY_OF_QUARTER, 1L);
            case "YEAR" -> day.with(TemporalAdjusters.firstDayOfYear());
            default -> time.truncatedTo(ChronoUnit.valueOf(bucket.equals("DAY") ? "DAYS" : bucket + "S"));
        };
    }
}
