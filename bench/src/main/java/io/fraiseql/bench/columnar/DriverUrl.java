package io.fraiseql.bench.columnar;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connects as one would who wants rows in parts and in the binary form. */
final class DriverUrl {

    private static final String MYSQL = "jdbc:mysql:";
    private static final String MARIADB = "jdbc:mariadb:";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String PREPARED_AND_BINARY = "-1";

    private DriverUrl() {}

    static Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        if (url.startsWith(MYSQL) || url.startsWith(MARIADB)) {
            properties.setProperty("useServerPrepStmts", "true");
            properties.setProperty("sessionVariables", "time_zone='+00:00'");
        } else if (!url.startsWith(SQLITE)) {
            properties.setProperty("prepareThreshold", PREPARED_AND_BINARY);
        }
        return DriverManager.getConnection(url.replace(MYSQL, MARIADB), properties);
    }

    static DriverValues values(String url) {
        return url.startsWith(SQLITE) ? DriverValues.TEXT : DriverValues.TYPED;
    }
}
