package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.StorageClass;
import io.fraiseql.spi.Nullable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.sqlite.Function;

/** An aggregate function of ours as SQLite calls it, also over windows: rows whose first argument is null are left out, errors carried as {@link FunctionError}. */
final class SqliteAggregate extends Function.Window {

    private final String name;
    private final int count;
    private final Supplier<Group> groups;
    private Cell[] arguments = new Cell[0];
    private @Nullable Group group;

    /** The rows of one group. */
    interface Group {
        /** Takes a row. */
        void add(Cell[] arguments) throws SQLException;

        /** Takes back a row that the frame of a window has left behind. */
        void remove(Cell[] arguments) throws SQLException;

        /** The result so far: a {@link String}, a {@link Double} or null. */
        @Nullable
        Object result();
    }

    private SqliteAggregate(String name, int count, Supplier<Group> groups) {
        this.name = name;
        this.count = count;
        this.groups = groups;
    }

    static void register(Connection connection, String name, int count, Supplier<Group> groups) throws SQLException {
        SqliteAggregate aggregate = new SqliteAggregate(name, count, groups);
        Function.create(connection, name, aggregate, count, FLAG_DETERMINISTIC);
    }

    /** The driver clones the function for each group. */
    @Override
    public Object clone() throws CloneNotSupportedException {
        SqliteAggregate copy = (SqliteAggregate) super.clone();
        copy.arguments = FunctionCell.all(copy.values(), count);
        copy.group = groups.get();
        return copy;
    }

    private FunctionCell.Arguments values() {
        return new FunctionCell.Arguments() {
            @Override
            public int type(int index) throws SQLException {
                return value_type(index);
            }

            @Override
            public long integer(int index) throws SQLException {
                return value_long(index);
            }

            @Override
            public double real(int index) throws SQLException {
                return value_double(index);
            }

            @Override
            public byte[] blob(int index) throws SQLException {
                return value_blob(index);
            }
        };
    }

    @Override
    protected void xStep() throws SQLException {
        try {
            if (group != null && arguments[0].storage() != StorageClass.NULL) {
                group.add(arguments);
            }
        } catch (RuntimeException e) {
            error(FunctionError.of(name, e).marked());
        }
    }

    @Override
    protected void xInverse() throws SQLException {
        try {
            if (group != null && arguments[0].storage() != StorageClass.NULL) {
                group.remove(arguments);
            }
        } catch (RuntimeException e) {
            error(FunctionError.of(name, e).marked());
        }
    }

    @Override
    protected void xValue() throws SQLException {
        xFinal();
    }

    @Override
    protected void xFinal() throws SQLException {
        try {
            Object result = group == null ? null : group.result();
            if (result == null) {
                result();
            } else if (result instanceof Double number) {
                result((double) number);
            } else {
                result((String) result);
            }
        } catch (RuntimeException e) {
            error(FunctionError.of(name, e).marked());
        }
    }
}
