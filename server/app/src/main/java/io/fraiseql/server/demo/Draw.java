package io.fraiseql.server.demo;

import io.fraiseql.spi.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Draws the values of one row: seeded by the table's name and the row's number, so that rows do not depend on each other. */
final class Draw {

    private static final long SEED = 0x6672616973653031L;
    private static final LocalDateTime START = LocalDateTime.of(2021, 1, 1, 0, 0);

    private final SplittableRandom random;

    Draw(String table, int row) {
        random = new SplittableRandom(SEED ^ ((long) table.hashCode() << 32) ^ row);
    }

    /** A number from {@code low} to {@code high}, both included. */
    int number(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    long big(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> @Nullable T orNull(int percentNull, Supplier<T> value) {
        T drawn = value.get();
        return chance(percentNull) ? null : drawn;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Between {@code least} and {@code most} different values, in the order of {@code values}. */
    List<String> some(List<String> values, int least, int most) {
        int count = number(least, most);
        int start = random.nextInt(values.size());
        return values.stream()
                .filter(value -> Math.floorMod(values.indexOf(value) - start, values.size()) < count)
                .toList();
    }

    BigDecimal decimal(long lowUnscaled, long highUnscaled, int scale) {
        return BigDecimal.valueOf(big(lowUnscaled, highUnscaled), scale);
    }

    LocalDate date(int firstYear, int lastYear) {
        return LocalDate.of(firstYear, 1, 1).plusDays(number(0, (lastYear - firstYear + 1) * 365 - 1));
    }

    /** A wall-clock time in 2021 to 2025, to the second. */
    LocalDateTime moment() {
        return START.plusSeconds(number(0, 5 * 365 * 86_400 - 1));
    }

    OffsetDateTime instant() {
        return moment().atOffset(ZoneOffset.UTC);
    }

    /** An instant with microseconds that are not zero. */
    OffsetDateTime preciseInstant() {
        return instant().plusNanos(number(1, 999_999) * 1_000L);
    }

    UUID uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
