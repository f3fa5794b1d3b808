package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However deep an operation is, PostgreSQL's own log shows one statement for each root field. */
final class StatementCountTest {

    private static final int WORLDS = 8;
    private static final int OPERATIONS = 25;

    @Test
    void oneStatementPerRootField() {
        try (TestPostgres server = TestPostgres.start(Map.of("log_statement", "all"))) {
            for (int seed = 0; seed < WORLDS; seed++) {
                count(server, seed);
            }
        }
    }

    private static void count(TestPostgres server, long seed) {
        try (RandomWorld world = RandomWorld.draw(new Dice(seed), server)) {
            String query = world.world().queries().keySet().iterator().next();
            world.postgres().ask("{ " + query + " { __typename } }", Map.of());
            Dice dice = new Dice(~seed);
            for (int i = 0; i < OPERATIONS; i++) {
                Operation operation = new RandomOperation(dice, world.world()).draw();
                long before = statements(server, world);
                var data = world.postgres()
                        .ask(operation.text(), operation.variables())
                        .data();
                long roots = data.size() - (data.has("__typename") ? 1 : 0);
                assertThat(statements(server, world) - before)
                        .as("statements of %s", operation)
                        .isEqualTo(roots);
            }
        }
    }

    /** Every statement, with or without a name, logged for the database; each line of the log begins with the database's name. */
    private static long statements(TestPostgres server, RandomWorld world) {
        String prefix = world.databaseName() + ":LOG:  ";
        return server.log()
                .lines()
                .filter(line -> line.startsWith(prefix + "execute ") || line.startsWith(prefix + "statement: "))
                .count();
    }
}
