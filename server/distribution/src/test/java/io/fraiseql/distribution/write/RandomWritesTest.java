package io.fraiseql.distribution.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.distribution.engine.Answer;
import io.fraiseql.plugin.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same random mutations on each database and on an oracle in memory: the same answers, the same rows, the same events. {@code
 * -Dfraiseql.fuzz.seed} and {@code -Dfraiseql.fuzz.writes} choose others and more.
 */
class RandomWritesTest {

    private static final long SEED = Long.getLong("fraiseql.fuzz.seed", 20261126L);
    private static final int WRITES = Integer.getInteger("fraiseql.fuzz.writes", 600);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.fraiseql.distribution.write.Shop#databases")
    void answersRowsAndEventsAreTheOracles(TestDatabase database) throws JsonProcessingException {
        WriteOracle oracle = new WriteOracle();
        RandomWrite writes = new RandomWrite(new Random(SEED), oracle);
        int refused = 0;
        try (Shop shop = Shop.open(database, folder)) {
            for (int i = 0; i < WRITES; i++) {
                RandomWrite.Drawn drawn = writes.next();
                Answer answer = shop.ask(drawn.document());
                String what = "seed " + SEED + ", write " + i + ": " + drawn.document();
                if (drawn.data() == null) {
                    refused++;
                    assertThat(answer.errorCode())
                            .as(what + " " + answer.json())
                            .isEqualTo("CONSTRAINT_VIOLATION");
                } else {
                    assertThat(answer.data())
                            .as(what)
                            .isEqualTo(MAPPER.readTree(drawn.data().toString()));
                }
            }
            assertThat(refused).as("constraints were met").isBetween(WRITES / 20, WRITES * 4 / 5);
            for (String type : WriteOracle.TABLES.keySet()) {
                assertThat(stored(shop, type))
                        .as(type)
                        .isEqualTo(MAPPER.readTree(oracle.rows(type).toString()));
            }
            List<ObjectNode> events = events(shop);
            assertThat(events).hasSameSizeAs(oracle.events);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i))
                        .as("event " + i)
                        .isEqualTo(MAPPER.readTree(oracle.events.get(i).toString()));
            }
        }
    }

    private static JsonNode stored(Shop shop, String type) {
        String fields = String.join(" ", WriteOracle.TABLES.get(type).defaults().keySet());
        String list = type.toLowerCase(Locale.ROOT) + "s";
        return shop.ask("{ " + list + " { " + fields + " } }").data().get(list);
    }

    private static List<ObjectNode> events(Shop shop) throws JsonProcessingException {
        List<ObjectNode> events = new ArrayList<>();
        for (List<String> row : shop.target.rows(Shop.EVENTS)) {
            ObjectNode event = MAPPER.createObjectNode();
            event.put("type", row.get(0)).put("id", row.get(1)).put("kind", row.get(2));
            event.set("data", MAPPER.readTree(String.valueOf(row.get(3))));
            event.set("before", MAPPER.readTree(String.valueOf(row.get(4))));
            event.set("changed", MAPPER.readTree(String.valueOf(row.get(5))));
            events.add(event);
        }
        return events;
    }
}
