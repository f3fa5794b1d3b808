package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.spi.sql.Dialect;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison with the oracle finds an engine with a mistake in it: each of these, by a wrong answer and not by an error. */
final class MutationTest {

    private static final int WORLDS = 6;
    private static final int OPERATIONS = 30;

    enum Mistake {
        PREDICATES_DROPPED(MutatedDialect::withoutPredicates),
        NULLS_SWAPPED(MutatedDialect::withNullsSwapped),
        BRANCH_DROPPED(MutatedDialect::withoutLastBranch),
        PAGE_IGNORED(MutatedDialect::withoutPages),
        KEY_ORDER_DROPPED(MutatedDialect::withoutKeyOrder),
        UNKNOWN_TAKEN_FOR_TRUE(MutatedDialect::withTwoValuedLogic),
        DIRECTION_SWAPPED(MutatedDialect::withDescendingSwapped);

        private final UnaryOperator<Dialect> wrapper;

        Mistake(UnaryOperator<Dialect> wrapper) {
            this.wrapper = wrapper;
        }
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void aMistakeIsFound(Mistake mistake) {
        assertThat(isFound(EngineSettings.open().speaking(mistake.wrapper)))
                .as("a difference that shows %s", mistake)
                .isTrue();
    }

    private static boolean isFound(EngineSettings settings) {
        for (int seed = 0; seed < WORLDS; seed++) {
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), Names.PLAIN, settings)) {
                Dice dice = new Dice(~seed);
                for (int i = 0; i < OPERATIONS; i++) {
                    String difference = world.difference(new RandomOperation(dice, world.world()).draw());
                    if (difference != null
                            && !difference.contains("{\"errors\":")
                            && !difference.contains(",\"errors\":")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
