package io.fraiseql.distribution.engine;

import io.fraiseql.plugin.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The processes of a database server that run statements on the endless view. */
record Backends(String url) {

    private static final String POSTGRESQL = "SELECT pid FROM pg_stat_activity"
            + " WHERE state = 'active' AND query LIKE '%endless%' AND datname = current_database() AND pid <> pg_backend_pid()";
    private static final String MYSQL = "SELECT id FROM information_schema.processlist"
            + " WHERE command = 'Execute' AND info LIKE '%endless%' AND db = DATABASE() AND id <> CONNECTION_ID()";

    List<Integer> active() {
        return ask(mysql() ? MYSQL : POSTGRESQL);
    }

    /** Ends those that run now; false when there were none, as while a statement is being prepared. */
    boolean terminate() {
        List<Integer> running = active();
        for (int id : running) {
            if (mysql()) {
                TestDatabase.run(url, "KILL " + id);
            } else {
                ask("SELECT pg_terminate_backend(" + id + ")::int");
            }
        }
        return !running.isEmpty();
    }

    private boolean mysql() {
        return TestDatabase.at(url).isMysqlFamily();
    }

    private List<Integer> ask(String sql) {
        List<Integer> numbers = new ArrayList<>();
        try (var connection = TestDatabase.connect(url);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
