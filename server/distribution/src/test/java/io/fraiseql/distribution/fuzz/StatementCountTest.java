package io.fraiseql.distribution.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.plugin.testkit.TestMariaDb;
import io.fraiseql.plugin.testkit.TestMysql;
import io.fraiseql.plugin.testkit.TestMysqlServer;
import io.fraiseql.plugin.testkit.TestPostgres;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However deep an operation is, the server's own log shows one statement for each root field. */
final class StatementCountTest {

    private static final int WORLDS = 5;
    private static final int OPERATIONS = 25;

    @Test
    void oneStatementPerRootFieldOnPostgres() {
        try (TestPostgres server = TestPostgres.start(Map.of("log_statement", "all"))) {
            for (int seed = 0; seed < WORLDS; seed++) {
                String name = "counted_" + seed;
                String url = RandomWorld.createUnicode(server, name);
                count(TestDatabase.POSTGRESQL, url, seed, () -> statements(server, name));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void oneStatementPerRootField(TestDatabase database) {
        database.require();
        try (TestMysqlServer server = database == TestDatabase.MYSQL ? TestMysql.start() : TestMariaDb.start()) {
            server.logQueries();
            for (int seed = 0; seed < WORLDS; seed++) {
                count(database, server.createDatabase(), seed, () -> statements(server));
            }
        }
    }

    private static void count(TestDatabase database, String url, long seed, LongSupplier statements) {
        try (RandomWorld world = RandomWorld.draw(new Dice(seed), database, url)) {
            String query = world.world().queries().keySet().iterator().next();
            world.engine(database).ask("{ " + query + " { __typename } }", Map.of());
            Dice dice = new Dice(~seed);
            for (int i = 0; i < OPERATIONS; i++) {
                Operation operation = new RandomOperation(dice, world.world()).draw();
                long before = statements.getAsLong();
                var data = world.engine(database)
                        .ask(operation.text(), operation.variables())
                        .data();
                long roots = data.size() - (data.has("__typename") ? 1 : 0);
                assertThat(statements.getAsLong() - before)
                        .as("statements of %s", operation)
                        .isEqualTo(roots);
            }
        }
    }

    /** Every statement, with or without a name, logged for the database; each line of the log begins with the database's name. */
    private static long statements(TestPostgres server, String database) {
        String prefix = database + ":LOG:  ";
        return server.log()
                .lines()
                .filter(line -> line.startsWith(prefix + "execute ") || line.startsWith(prefix + "statement: "))
                .count();
    }

    /** Every statement, prepared or not; a line has the time, the connection, the command and its text. */
    private static long statements(TestMysqlServer server) {
        return server.queries()
                .lines()
                .filter(line -> line.matches("[^\\t]*\\t+ *\\d+ (Execute|Query)\\t.*"))
                .count();
    }
}
