package io.fraiseql.bench.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;

/** Values drawn from a seed, the same at each run. Used by one thread. */
final class Draw {

    private static final String[] WORDS = {
        "amber", "basin", "cedar", "delta", "ember", "fjord", "grove", "harbour", "island", "juniper", "kestrel",
                "lagoon",
        "meadow", "north", "orchard", "prairie", "quarry", "river", "summit", "tundra", "upland", "valley", "willow",
                "zephyr",
        "café", "naïve", "\"quoted\"", "über"
    };
    private static final long START = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final int SPAN_SECONDS = 5 * 365 * 24 * 3600;

    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int from1(int last) {
        return 1 + random.nextInt(last);
    }

    double share() {
        return random.nextDouble();
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    Instant instant() {
        return Instant.ofEpochSecond(START + random.nextInt(SPAN_SECONDS), 1000L * random.nextInt(1_000_000));
    }

    LocalDateTime localDateTime() {
        return LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
    }

    LocalDate date() {
        return localDateTime().toLocalDate();
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
