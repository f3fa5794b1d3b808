package io.fraiseql.plugin.sqlserver;

import java.sql.SQLException;

/** The database answers but is not set up as it has to be; the message says what to do. */
final class UnusableDatabaseException extends SQLException {

    private static final long serialVersionUID = 1L;

    UnusableDatabaseException(String message) {
        super(message);
    }
}
