package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.ShufflingDatabase;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order in which the rows of several branches come does not change an answer. */
final class RowOrderTest {

    private static final int WORLDS = 4;
    private static final int OPERATIONS = 25;

    @Test
    void shuffledRowsGiveTheSameAnswers() {
        Random random = new Random(3);
        EngineSettings settings = EngineSettings.open().reading(real -> new ShufflingDatabase(real, random));
        for (int seed = 100; seed < 100 + WORLDS; seed++) {
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), Names.PLAIN, settings)) {
                Dice dice = new Dice(~seed);
                for (int i = 0; i < OPERATIONS; i++) {
                    Operation operation = new RandomOperation(dice, world.world()).draw();
                    assertThat(world.difference(operation)).isNull();
                }
            }
        }
    }
}
