package io.fraiseql.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script has created so far, to be dropped where a rollback does not: MySQL and MariaDB commit at each CREATE. */
final class CreatedObjects {

    private static final Pattern CREATE = Pattern.compile("CREATE (TABLE|VIEW) (\"?\\w+\"?)");

    private final Deque<String> drops = new ArrayDeque<>();

    /** Notes a statement that was executed. */
    void executed(String sql) {
        Matcher create = CREATE.matcher(sql.strip());
        if (create.lookingAt()) {
            drops.push("DROP " + create.group(1) + " " + create.group(2));
        }
    }

    /** Drops everything, the last first. */
    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : drops) {
                statement.execute(sql);
            }
        }
    }
}
