package io.fraiseql.plugin.sqlite.value;

import java.sql.SQLException;

/** One stored value: of a row's column or of a function's argument. Read by the thread that runs the statement. */
public interface Cell {

    /** How SQLite stores it. */
    StorageClass storage() throws SQLException;

    /** The value of an {@link StorageClass#INTEGER}. */
    long integer() throws SQLException;

    /** The value of a {@link StorageClass#REAL}. */
    double real() throws SQLException;

    /** The bytes of a {@link StorageClass#TEXT}, in UTF-8, or of a {@link StorageClass#BLOB}. */
    byte[] bytes() throws SQLException;
}
