package io.fraiseql.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int EXPRESSIONS = 200;
    private static final int MINUTES = 60 * 24 * 40;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * *        | UTC           | 2026-03-01T03:00:00Z | 2026-03-02T03:00:00Z",
                "*/15 8-17 * * MON-FRI | UTC      | 2026-11-27T17:45:00Z | 2026-11-30T08:00:00Z",
                "0 0 29 2 *       | UTC           | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z",
                "0 0 13 * FRI     | UTC           | 2026-11-10T00:00:00Z | 2026-11-13T00:00:00Z",
                "0 0 1 * 7        | UTC           | 2026-11-26T00:00:00Z | 2026-11-29T00:00:00Z",
                "0 0 1 jan *      | Europe/Berlin | 2026-06-01T00:00:00Z | 2026-12-31T23:00:00Z",
                "30 2 * * *       | Europe/Berlin | 2026-03-28T02:00:00Z | 2026-03-29T01:30:00Z",
                "30 2 * * *       | Europe/Berlin | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z",
                "30 2 * * *       | Europe/Berlin | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z",
                "5/20 * * * *     | UTC           | 2026-01-01T00:05:30Z | 2026-01-01T00:25:00Z"
            })
    void knowsWhatComesNext(String text, ZoneId zone, Instant after, Instant next) {
        assertThat(CronExpression.parse(text).next(after, zone)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * *     | must have five fields",
                "60 * * * *  | the minute `60` is no number from 0 to 59",
                "* * 0 * *   | the day of the month `0`",
                "* * * 13 *  | the month `13`",
                "* * * * 8   | the day of the week `8`",
                "*/0 * * * * | the minute `0` is no number from 1 to 59",
                "5-1 * * * * | `5-1` ends before it begins",
                "1,,2 * * * * | the minute",
                "* * 30 2 *  | names days that no month has",
                "@daily      | must have five fields"
            })
    void refusesWhatItDoesNotKnow(String text, String problem) {
        assertThatThrownBy(() -> CronExpression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    /** Against every minute of forty days, looked at one by one. */
    @Test
    void agreesWithACalendarThatIsLookedThrough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < EXPRESSIONS; i++) {
            List<Set<Integer>> sets = List.of(
                    some(random, 0, 59),
                    some(random, 0, 23),
                    some(random, 1, 28),
                    some(random, 1, 12),
                    some(random, 0, 6));
            String text = text(sets);
            LocalDateTime start = LocalDateTime.of(2026, 1 + random.nextInt(12), 1, 0, 0);
            CronExpression cron = CronExpression.parse(text);
            List<Instant> found = new ArrayList<>();
            Instant end = start.plusMinutes(MINUTES).toInstant(ZoneOffset.UTC);
            for (Instant next = cron.next(start.toInstant(ZoneOffset.UTC), UTC);
                    next != null && !next.isAfter(end);
                    next = cron.next(next, UTC)) {
                found.add(next);
            }
            List<Instant> expected = IntStream.rangeClosed(1, MINUTES)
                    .mapToObj(start::plusMinutes)
                    .filter(time -> fits(sets, time))
                    .map(time -> time.toInstant(ZoneOffset.UTC))
                    .toList();
            assertThat(found).as("'%s' from %s, seed %d", text, start, seed).isEqualTo(expected);
        }
    }

    /** Empty for any. */
    private static Set<Integer> some(Random random, int least, int most) {
        Set<Integer> values = new TreeSet<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            values.add(least + random.nextInt(most - least + 1));
        }
        return values;
    }

    private static String text(List<Set<Integer>> sets) {
        return String.join(
                " ",
                sets.stream()
                        .map(set -> set.isEmpty()
                                ? "*"
                                : String.join(
                                        ",", set.stream().map(String::valueOf).toList()))
                        .toList());
    }

    private static boolean fits(List<Set<Integer>> sets, LocalDateTime time) {
        boolean byMonth = sets.get(2).contains(time.getDayOfMonth());
        boolean byWeek = sets.get(4).contains(time.getDayOfWeek().getValue() % 7);
        boolean day = sets.get(2).isEmpty() && sets.get(4).isEmpty() || byMonth || byWeek;
        return day
                && in(sets.get(0), time.getMinute())
                && in(sets.get(1), time.getHour())
                && in(sets.get(3), time.getMonthValue());
    }

    private static boolean in(Set<Integer> values, int value) {
        return values.isEmpty() || values.contains(value);
    }
}
