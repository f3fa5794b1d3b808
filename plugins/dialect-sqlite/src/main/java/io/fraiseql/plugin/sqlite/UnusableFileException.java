package io.fraiseql.plugin.sqlite;

import java.sql.SQLException;

/** A database file that cannot be served. The message says why and what to do, for the operator. */
final class UnusableFileException extends SQLException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }
}
