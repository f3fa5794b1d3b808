package io.fraiseql.distribution.engine;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The processes of a PostgreSQL that run statements on the endless view. */
record Backends(String url) {

    private static final String RUNNING =
            "FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%\"endless\"%' AND pid <> pg_backend_pid()";

    List<Integer> active() {
        return ask("SELECT pid " + RUNNING);
    }

    void terminate() {
        ask("SELECT pg_terminate_backend(pid)::int " + RUNNING);
    }

    private List<Integer> ask(String sql) {
        List<Integer> numbers = new ArrayList<>();
        try (var connection = DriverManager.getConnection(url);
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
