package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.spi.Nullable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.SafeStmtPtr.SafePtrIntFunction;

/** One column of the current row. Its storage class is asked for once a row. */
final class RowCell implements Cell {

    private static final byte[] EMPTY = new byte[0];

    private final ResultSet rows;
    private final CoreStatement statement;
    private final int position;
    private final SafePtrIntFunction<SQLException> type;
    private @Nullable StorageClass known;

    RowCell(ResultSet rows, CoreStatement statement, int column) {
        this.rows = rows;
        this.statement = statement;
        this.position = column + 1;
        this.type = (database, pointer) -> database.column_type(pointer, column);
    }

    void forget() {
        known = null;
    }

    @Override
    public StorageClass storage() throws SQLException {
        StorageClass storage = known;
        if (storage == null) {
            storage = StorageClass.of(statement.pointer.safeRunInt(type));
            known = storage;
        }
        return storage;
    }

    @Override
    public long integer() throws SQLException {
        return rows.getLong(position);
    }

    @Override
    public double real() throws SQLException {
        return rows.getDouble(position);
    }

    @Override
    public byte[] bytes() throws SQLException {
        byte[] bytes = rows.getBytes(position);
        return bytes == null ? EMPTY : bytes;
    }
}
