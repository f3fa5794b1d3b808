package io.fraiseql.distribution.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded chance. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from {@code low} to {@code high}. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True in that many of a hundred cases. */
    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** One of them. */
    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of them, each once, in any order. */
    public <T> List<T> some(List<T> choices, int most) {
        List<T> shuffled = shuffled(choices);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    /** All of them in another order. */
    public <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
