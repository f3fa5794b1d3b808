package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random operations on random schemas have one answer, on every database and in the oracle. {@code
 * -Dfraiseql.property.tries=20000} asks for more of them, {@code -Dfraiseql.property.seed} for others.
 */
final class EngineAgainstOracleTest {

    private static final int TRIES = Integer.getInteger("fraiseql.property.tries", 120);
    private static final long SEED = Long.getLong("fraiseql.property.seed", 20261120L);
    private static final int OPERATIONS = 20;
    private static final int SHOWN = 3;

    @ParameterizedTest
    @EnumSource(Names.class)
    void answersAreTheSameEverywhere(Names names) {
        compare(names == Names.PLAIN ? TRIES : TRIES / 4, names, RandomWorld::draw);
    }

    /** With enums, JSON, lists, an interface and a union, which an author adds. */
    @ParameterizedTest
    @EnumSource(Names.class)
    void authoredTypesAreTheSameToo(Names names) {
        compare(names == Names.PLAIN ? TRIES / 2 : TRIES / 8, names, RandomWorld::drawAuthored);
    }

    /** With the values in JSON documents. */
    @ParameterizedTest
    @EnumSource(Names.class)
    void documentsAreTheSameToo(Names names) {
        compare(names == Names.PLAIN ? TRIES : TRIES / 4, names, RandomWorld::drawDocuments);
    }

    /** Draws a world. */
    private interface Draw {
        RandomWorld draw(Dice dice, Names names, EngineSettings settings);
    }

    private static void compare(int tries, Names names, Draw draw) {
        List<String> differences = new ArrayList<>();
        for (int done = 0; done < tries && differences.size() < SHOWN; done += OPERATIONS) {
            long seed = SEED + done;
            try (RandomWorld world = draw.draw(new Dice(seed), names, EngineSettings.open())) {
                Dice dice = new Dice(~seed);
                for (int i = 0; i < OPERATIONS && differences.size() < SHOWN; i++) {
                    String difference = world.difference(new RandomOperation(dice, world.world()).draw());
                    if (difference != null) {
                        differences.add("seed " + seed + ", operation " + i + ": " + difference);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }
}
