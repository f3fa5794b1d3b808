package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.request.StreamFormat;
import io.fraiseql.distribution.engine.EngineSettings;
import io.fraiseql.distribution.engine.StreamedRows;
import io.fraiseql.distribution.engine.TestingEngine;
import org.junit.jupiter.api.Test;

/** A random list is streamed with the bytes of its answer, nested lists page by page included, on both databases. */
final class StreamAgainstAnswerTest {

    private static final int TRIES = Integer.getInteger("fraiseql.property.tries", 300);
    private static final int OPERATIONS = 25;

    private int compared;
    private int nested;

    @Test
    void whatIsStreamedIsTheAnswer() {
        for (int seed = 0; seed < TRIES / OPERATIONS; seed++) {
            try (RandomWorld world = RandomWorld.draw(new Dice(seed), Names.PLAIN, EngineSettings.open())) {
                Dice dice = new Dice(~seed);
                for (int i = 0; i < OPERATIONS; i++) {
                    Operation operation = new RandomOperation(dice, world.world()).draw();
                    world.engines().forEach(engine -> compare(engine, operation));
                }
            }
        }
        assertThat(compared).as("operations that can be streamed").isGreaterThan(TRIES / 4);
        assertThat(nested).as("of them with lists below the list").isGreaterThan(TRIES / 15);
    }

    private void compare(TestingEngine engine, Operation operation) {
        String streamed = streamed(engine, operation);
        if (streamed.contains("a stream is the rows of one list") || streamed.contains("a streamed list with lists")) {
            return;
        }
        String answer = engine.ask(operation.text(), operation.variables()).json();
        assertThat(streamed).as(operation.toString()).isEqualTo(answer);
        compared++;
        nested += answer.indexOf('[', answer.indexOf('[') + 1) > 0 ? 1 : 0;
    }

    private static String streamed(TestingEngine engine, Operation operation) {
        try (StreamedRows rows = engine.stream(operation.text(), operation.variables(), StreamFormat.JSON)) {
            return rows.rest();
        }
    }
}
